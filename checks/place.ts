import { posix } from "node:path";

/** Where in the checkout a path is: the questions which the arrows ask. */

const ground = new Set(["foundation", "statistics"]);
const readers = new Set(["recognition", "understanding"]);

/** "customers" for src/customers/kind.ts; undefined outside src and for the entry points in src itself. */
export function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** src/server.ts, src/cli.ts: wiring only. */
export function isEntryPoint(path: string): boolean {
  return /^src\/[^/]+$/.test(path);
}

export function isProduct(path: string): boolean {
  return path.startsWith("src/") && !isTest(path);
}

export function isScreen(path: string): boolean {
  return path.startsWith("web/") && !isTest(path);
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** routes.ts, commands.ts, and their pieces once they were split: order-routes.ts. The ground has none: it is no domain. */
export function isDoor(path: string): boolean {
  return /(^|[/-])(routes|commands)\.ts$/.test(path) && folderOf(path) !== undefined && !isGround(folderOf(path));
}

/** The types of what a route answers, for the web. */
export function isContract(path: string): boolean {
  return /(^|[/-])contract\.ts$/.test(path);
}

export function isIndex(path: string): boolean {
  return path.endsWith("/index.ts");
}

/** Shelves of independent files that know nothing of ours and are taken one by one. */
export function isGround(folder: string | undefined): boolean {
  return folder !== undefined && ground.has(folder);
}

/** Folders that read all others and that nobody reads. */
export function isReader(folder: string | undefined): boolean {
  return folder !== undefined && readers.has(folder);
}

/** src/a/b/c.ts is in src/a and src/a/b, the outermost first. */
export function foldersAround(path: string): string[] {
  const parts = posix.dirname(path).split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/")).slice(1);
}
