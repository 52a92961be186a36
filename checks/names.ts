import { posix } from "node:path";
import type { Rule } from "./rule.ts";

const drawers = new Set(["utils", "helpers", "common", "lib", "misc", "types", "interfaces"]);

/** No drawers: a name that fits everything says nothing. */
export const noDrawers: Rule = (tree) =>
  tree.files
    .filter(({ path }) => path.split("/").some((part) => drawers.has(part.replace(/\..*$/, ""))))
    .map(({ path }) => {
      const message = `is a drawer: put each thing beside what it is about, in a file named for it.`;
      return { rule: "no drawers", file: path, message };
    });

/** A stranger finds every folder of src in GLOSSARY.md. */
export const foldersAreExplained: Rule = (tree) => {
  const folders = new Set(
    tree.files.map(({ path }) => posix.dirname(path)).filter((folder) => folder.startsWith("src/")),
  );
  return [...folders]
    .filter((folder) => !tree.glossary.includes(`\`${folder}/\``))
    .sort()
    .map((folder) => {
      const message = `is not in GLOSSARY.md: say there, under \`${folder}/\`, in a sentence, what it is about.`;
      return { rule: "folders are explained", file: folder, message };
    });
};
