import {
  folderOf,
  foldersAround,
  isContract,
  isDoor,
  isEntryPoint,
  isGround,
  isIndex,
  isProduct,
  isReader,
  isScreen,
  isTest,
} from "./place.ts";
import type { Rule, Tree, Violation } from "./rule.ts";
import type { Import, SourceFile } from "./source-file.ts";

type Arrow = { readonly from: string; readonly to: string; readonly line: number; readonly typesOnly: boolean };

/** Any folder takes from another's index.ts only. */
export const throughTheIndex: Rule = (tree) => {
  const indexes = new Set(tree.files.map((file) => file.path).filter(isIndex));
  return arrows(tree)
    .filter(({ from, to }) => from.startsWith("src/") && to.startsWith("src/"))
    .filter(({ from, to }) => !(isEntryPoint(from) && (isDoor(to) || isIndex(to))))
    .flatMap((arrow) => {
      const index = indexPassedBy(arrow, indexes);
      const message = `imports the inside of another folder: export what you need from ${index} and import that.`;
      return index === undefined ? [] : [broken("through the index", arrow, message)];
    });
};

/** The index.ts that the arrow should have gone through: the outermost of the folders it enters that has one. */
function indexPassedBy({ from, to }: Arrow, indexes: ReadonlySet<string>): string | undefined {
  const entered = foldersAround(to).filter((folder) => !from.startsWith(`${folder}/`));
  const passed = entered.map((folder) => `${folder}/index.ts`).find((index) => indexes.has(index));
  const folder = folderOf(to);
  const must =
    folder !== undefined && folder !== folderOf(from) && !isGround(folder) ? `src/${folder}/index.ts` : passed;
  return must === to ? undefined : must;
}

/** Between folders there are no circles; types count, tests do not. */
export const noCircles: Rule = (tree) => {
  const between = arrows(tree).filter((arrow) => isBetweenFolders(arrow) && isProduct(arrow.from));
  const allowed = between.filter((arrow) => !leavesTheGround(arrow) && !readsAReader(arrow));
  return allowed.flatMap((arrow) => {
    const way = wayBetween(folderOf(arrow.to)!, folderOf(arrow.from)!, allowed);
    if (way === undefined) return [];
    const circle = [folderOf(arrow.from), ...way].join(" → ");
    const message = `closes a circle (${circle}): move what both need into the one that is asked, or hand it over as an argument.`;
    return [broken("no circles", arrow, message)];
  });
};

function wayBetween(start: string, end: string, between: readonly Arrow[]): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  // A Map is walked in the order of insertion, what is added on the way included: breadth first.
  for (const [folder] of cameFrom) {
    if (folder === end) return stepsTo(end, cameFrom);
    for (const { from, to } of between) {
      if (folderOf(from) === folder && !cameFrom.has(folderOf(to)!)) cameFrom.set(folderOf(to)!, folder);
    }
  }
  return undefined;
}

function stepsTo(end: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const steps: string[] = [];
  for (let folder: string | undefined = end; folder !== undefined; folder = cameFrom.get(folder)) steps.unshift(folder);
  return steps;
}

/** Recognition and understanding read all; only the entry points, and the simulated town, read them. */
export const readersAreRead: Rule = (tree) =>
  arrows(tree)
    .filter(readsAReader)
    .map((arrow) => {
      const { from, to } = arrow;
      const message = `${folderOf(to)} reads all and is imported only by the entry points: move what you need down, into ${folderOf(from)} or a folder that it may ask.`;
      return broken("readers are read by entry points", arrow, message);
    });

function readsAReader(arrow: Arrow): boolean {
  return isBetweenFolders(arrow) && isReader(folderOf(arrow.to)) && folderOf(arrow.from) !== "town";
}

/** Statistics and foundation know nobody. */
export const groundKnowsNobody: Rule = (tree) =>
  arrows(tree)
    .filter((arrow) => leavesTheGround(arrow) && isProduct(arrow.from))
    .map((arrow) => {
      const folder = folderOf(arrow.from);
      const message = `${folder} imports nothing of ours: take it as an argument, or move this file to the folder that knows it.`;
      return broken("the ground knows nobody", arrow, message);
    });

function leavesTheGround({ from, to }: Arrow): boolean {
  return isGround(folderOf(from)) && to.startsWith("src/") && folderOf(from) !== folderOf(to);
}

function isBetweenFolders({ from, to }: Arrow): boolean {
  return folderOf(from) !== undefined && folderOf(to) !== undefined && folderOf(from) !== folderOf(to);
}

/** The web takes types, from an index or a contract. */
export const webTakesTypes: Rule = (tree) =>
  arrows(tree)
    .filter(({ from, to }) => isScreen(from) && to.startsWith("src/"))
    .filter(({ to, typesOnly }) => !typesOnly || !(isContract(to) || (isIndex(to) && to.split("/").length === 3)))
    .map((arrow) => {
      const message =
        "the web imports only types, from a folder's index.ts or a contract.ts: ask a route for the rest.";
      return broken("the web takes types", arrow, message);
    });

/** Doors lead in: nothing inside leads back to them. */
export const doorsLeadIn: Rule = (tree) =>
  arrows(tree)
    .filter(({ from, to }) => isDoor(to) && folderOf(from) !== undefined && !isTest(from))
    .filter(({ from, to }) => !(folderOf(from) === folderOf(to) && (isDoor(from) || isIndex(from))))
    .map((arrow) => {
      const message =
        "a door is imported by the entry points: move what you need out of it, into a verb, a question or a noun.";
      return broken("doors lead in", arrow, message);
    });

/** The product stands without its tests, benches and checks. */
export const productStandsAlone: Rule = (tree) =>
  arrows(tree)
    .filter(
      ({ from, to }) =>
        (isProduct(from) || isScreen(from)) && (isTest(to) || /^(test|bench|checks|scripts)\//.test(to)),
    )
    .map((arrow) => {
      const message = "the product does not import its tests: move what it needs into src.";
      return broken("the product stands alone", arrow, message);
    });

function arrows(tree: Tree): Arrow[] {
  return tree.files.flatMap((file) => file.imports.filter(isOfOurs).map((taken) => arrow(file, taken)));
}

function isOfOurs({ of }: Import): boolean {
  return /^(src|web|test|bench|checks|scripts)\//.test(of);
}

function arrow({ path }: SourceFile, { of, line, typesOnly }: Import): Arrow {
  return { from: path, to: of, line, typesOnly };
}

function broken(rule: string, { from, to, line }: Arrow, message: string): Violation {
  return { rule, file: from, line, message: `${to}: ${message}` };
}
