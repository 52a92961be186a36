export { osaDistance } from "./osa.ts";
