import { foldersAround } from "./place.ts";
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

/** A stranger finds every folder of src and web in GLOSSARY.md, and no folder there that is gone. */
export const foldersAreExplained: Rule = ({ files, glossary }) => {
  const folders = new Set(
    files.flatMap(({ path }) => foldersAround(path)).filter((folder) => /^(src|web)\//.test(folder)),
  );
  const explained = new Set([...glossary.matchAll(/`((?:src|web)\/[^`]*)\/`/g)].map(([, folder]) => folder!));
  const missing = [...folders].filter((folder) => !explained.has(folder));
  const gone = [...explained].filter((folder) => !folders.has(folder));
  return [
    ...missing.sort().map((folder) => {
      const message = `is not in GLOSSARY.md: say there, under \`${folder}/\`, what it is about.`;
      return { rule: "folders are explained", file: folder, message };
    }),
    ...gone.sort().map((folder) => {
      return { rule: "folders are explained", file: "GLOSSARY.md", message: `\`${folder}/\` is gone: take it out.` };
    }),
  ];
};
