import { isTest } from "./place.ts";
import type { Rule } from "./rule.ts";

const linesOfFileMax = 350;
const linesOfTestMax = 500;
const linesOfFunctionMax = 60;

export const filesStaySmall: Rule = (tree) =>
  tree.files
    .filter((file) => file.lines > longest(file.path))
    .map(({ path, lines }) => {
      const message = `${lines} lines, ${longest(path)} at most: it holds more than one thought. Give each a file of its own, named for it.`;
      return { rule: "files stay small", file: path, message };
    });

export const functionsStaySmall: Rule = (tree) =>
  tree.files.flatMap(({ path, functions }) =>
    functions
      .filter((one) => one.lines > linesOfFunctionMax)
      .map(({ name, line, lines }) => {
        const message = `${name} has ${lines} lines, ${linesOfFunctionMax} at most: name its steps and let each be a function.`;
        return { rule: "functions stay small", file: path, line, message };
      }),
  );

function longest(path: string): number {
  return isTest(path) ? linesOfTestMax : linesOfFileMax;
}
