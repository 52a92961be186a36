import { expect, it } from "vitest";
import { namedId } from "../../foundation/ids.ts";
import { NameIndex } from "./name-index.ts";
import { search } from "./search.ts";

const forenames =
  "Anna Bernd Carla Dmitri Elena Farid Greta Hassan Ingrid Jonas Katja Lorenz Miriam Nadia Oskar Petra".split(" ");
const starts = "Wald Stein Berg Feld Bach Hof Rosen Linden Eich Schwarz Weiss Brunn Sonnen Krumm Alten Neu".split(" ");
const ends = "mann meier huber bauer hauser berger inger stetter acker wieser ecker furtner".split(" ");

const names = forenames.flatMap((forename) =>
  starts.flatMap((start) => ends.map((end) => `${forename} ${start}${end}`)),
);

/** One letter left out, doubled, exchanged with the next or replaced; another one at every call. */
function slip(name: string, turn: number): string {
  const at = 1 + ((turn * 7) % (name.length - 2));
  if (name[at] === " " || name[at + 1] === " ") return slip(name, turn + 1);
  const [before, after] = [name.slice(0, at), name.slice(at + 1)];
  return [
    before + after,
    before + name[at] + name[at] + after,
    before + after[0] + name[at] + after.slice(1),
    `${before}x${after}`,
  ][turn % 4]!;
}

it(`finds each of ${names.length} people by their name with one slip and with two`, () => {
  const index = new NameIndex();
  for (const name of names) {
    const id = namedId("person", name);
    index.know({ id, customer: id, kind: "user id", value: name, names: [{ text: name, seen: 1 }] });
  }
  const isFound = (typed: string, name: string): boolean => search(index, typed).some((found) => found.name === name);
  const typed = names.map((name, n) => [name, slip(name, n), slip(slip(name, n), n + 5)] as const);
  expect(typed.filter(([name, once]) => !isFound(once, name))).toEqual([]);
  expect(typed.filter(([name, , twice]) => !isFound(twice, name)).length / names.length).toBeLessThan(0.01);
});
