import { expect, it } from "vitest";
import { layoutViolations } from "./layout.ts";
import type { Tree } from "./rule.ts";
import { readSource } from "./source-file.ts";

/** A small tree in which all is well, but for the files given. */
function tree(files: Record<string, string>): Tree {
  const well = {
    "src/server.ts": `import { staffRoutes } from "./staff/routes.ts"; import { card } from "./recognition/index.ts";`,
    "src/staff/index.ts": `export { hire } from "./hire.ts";`,
    "src/staff/hire.ts": `import { mean } from "../statistics/mean.ts"; import type { Context } from "../foundation/context.ts";`,
    "src/staff/routes.ts": `import { hire } from "./hire.ts";`,
    "src/customers/index.ts": `export type { Person } from "./person.ts";`,
    "src/customers/person.ts": `import { employee } from "../staff/index.ts";`,
    "src/recognition/index.ts": `import type { Person } from "../customers/index.ts";`,
    "src/statistics/mean.ts": "",
    "src/foundation/context.ts": "",
    "src/foundation/http/index.ts": "",
    "src/town/town.ts": "",
    "web/floor/arrival.tsx": `import type { Person } from "../../src/customers/index.ts";`,
  };
  const glossary =
    "`src/staff/` `src/customers/` `src/recognition/` `src/statistics/` `src/foundation/` `src/foundation/http/` `src/town/` `web/floor/`";
  return { files: Object.entries({ ...well, ...files }).map(([path, text]) => readSource(path, text)), glossary };
}

function lines(count: number): string {
  return "//\n".repeat(count);
}

const longFunction = `export function long() {\n${lines(59)}}\n`;

it("has nothing to say where all is well", () => {
  expect(layoutViolations(tree({}))).toEqual([]);
});

it.each([
  ["through the index", "src/customers/new.ts", `import { hire } from "../staff/hire.ts";`],
  ["through the index", "src/customers/new.ts", `type Hired = import("../staff/hire.ts").Hired;`],
  ["through the index", "src/customers/new.ts", `import { app } from "../foundation/http/app.ts";`],
  ["through the index", "src/cli.ts", `import { hire } from "./staff/hire.ts";`],
  ["no circles", "src/staff/new.ts", `import type { Person } from "../customers/index.ts";`],
  ["readers are read by entry points", "src/customers/new.ts", `import { card } from "../recognition/index.ts";`],
  ["the ground knows nobody", "src/statistics/new.ts", `import { hire } from "../staff/index.ts";`],
  ["the ground knows nobody", "src/foundation/new.ts", `export * from "../statistics/mean.ts";`],
  ["the web takes types", "web/floor/new.ts", `import { hire } from "../../src/staff/index.ts";`],
  ["the web takes types", "web/floor/new.ts", `import type { Hired } from "../../src/staff/hire.ts";`],
  ["doors lead in", "src/staff/fire.ts", `import { staffRoutes } from "./routes.ts";`],
  ["the product stands alone", "src/staff/new.ts", `import { cast } from "../../test/cast.ts";`],
  ["files stay small", "src/staff/new.ts", lines(351)],
  ["files stay small", "migrations/0001.sql", lines(351)],
  ["files stay small", "src/staff/new.test.ts", lines(501)],
  ["functions stay small", "src/staff/new.ts", longFunction],
  ["no drawers", "src/staff/helpers.ts", ""],
  ["no drawers", "web/floor/types.ts", ""],
  ["folders are explained", "src/staff/shifts/shift.ts", ""],
])("%s: says so of %s", (rule, path, text) => {
  const found = layoutViolations(tree({ [path]: text }));
  expect(new Set(found.map((one) => one.rule))).toEqual(new Set([rule]));
  expect(found[0]!.message.length).toBeGreaterThan(40);
});

it("knows a folder that is explained but gone", () => {
  const { files, glossary } = tree({});
  const found = layoutViolations({ files, glossary: `${glossary} \`src/advocacy/\`` });
  expect(found).toMatchObject([{ rule: "folders are explained", file: "GLOSSARY.md" }]);
});

it.each([
  ["a file at its limit", "src/staff/new.ts", lines(350)],
  ["a long group of tests", "src/staff/new.test.ts", `describe.each([1])("long", () => {\n${lines(80)}});\n`],
  [
    "a contract's types on a screen",
    "web/floor/new.ts",
    `import type { Entry } from "../../src/staff/timeline/contract.ts";`,
  ],
  ["the town, which asks everybody", "src/town/new.ts", `import { card } from "../recognition/index.ts";`],
])("allows %s", (_, path, text) => {
  expect(layoutViolations(tree({ [path]: text }))).toEqual([]);
});
