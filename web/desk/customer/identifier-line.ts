import type { Customer } from "../../../src/recognition/index.ts";

type Identifier = Pick<Customer["identifiers"][number], "kind" | "scope" | "value">;

/** In one line, with the source or programme that tells two equal codes apart. */
export function identifierLine({ kind, scope, value }: Identifier): string {
  return `${kind} ${value}${scope === "" || scope === "main" ? "" : ` (${scope})`}`;
}
