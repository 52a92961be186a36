import { fileURLToPath } from "node:url";

// A statement may be sent through a dozen frames of the driver and of the transaction around it.
Error.stackTraceLimit = 50;

const checkout = fileURLToPath(new URL("../../", import.meta.url));
// Who passes a statement on is not who wrote it; and what the database's own folder asks is about servers, not about us.
const passOn = /^(node_modules\/pg|node:|src\/foundation\/database\/|test\/(statements\/|database))/;

/** The file that wrote a statement, from the stack of the call that sent it; undefined for what other programs send. */
export function originOf(stack: string): string | undefined {
  for (const line of stack.split("\n").slice(1)) {
    const file = fileOf(line);
    if (file === undefined || passOn.test(file)) continue;
    return file.startsWith("node_modules/") ? undefined : file;
  }
  return undefined;
}

function fileOf(line: string): string | undefined {
  const path = /(?:\(|at (?:async )?)(?:file:\/\/)?([^():\s]+(?::[^():\s\d][^():\s]*)?):\d+:\d+\)?$/.exec(line)?.[1];
  if (path === undefined) return undefined;
  return path.startsWith(checkout) ? path.slice(checkout.length) : path;
}
