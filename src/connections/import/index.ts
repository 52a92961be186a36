export { importCommands } from "./commands.ts";
