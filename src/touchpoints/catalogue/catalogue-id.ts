import { namedId } from "../../foundation/ids.ts";

const most = 200_000;
// Every line of every order names its item: a look-up costs a twentieth of a hash.
const known = new Map<string, string>();

/** The lasting id of what a code names. */
export function catalogueId(...parts: readonly string[]): string {
  const name = parts.join("\x1f");
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  if (known.size >= most) known.clear();
  const id = namedId(...parts);
  known.set(name, id);
  return id;
}
