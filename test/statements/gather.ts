import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeOfNotes } from "./heard.ts";

/** Before the first test: a place where the workers note the statements they send. Removed after the last. */
export default function gather(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "regulars-statements-"));
  process.env[placeOfNotes] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
