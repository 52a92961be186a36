import { Runner, type AnyPairs, type Errand, type ForLinks, type Ground, type OfRule, type Scales } from "./errands.ts";
import type { Links } from "./links.ts";
import type { Patterns } from "./patterns.ts";
import type { Thread } from "./thread.ts";

/** Who goes through the pairs. Results come in the order of the errands, whoever does which. */
export type Crew = {
  patterns(errands: readonly (AnyPairs | OfRule)[]): Promise<Patterns[]>;
  links(errands: readonly ForLinks[], scales: Scales): Promise<Links[]>;
};

/** What one of several does: the errands it is given, one at a time. */
type Member = { run(errand: Errand): Promise<Patterns | Links>; take(scales: Scales): void };

/** Everything in this thread. */
export function alone(ground: Ground): Crew {
  return crewOf([inThisThread(ground)]);
}

/** With the help of threads that were started beforehand; this one only waits and collects. */
export function together(threads: readonly Thread[], ground: Ground): Crew {
  for (const thread of threads) thread.begin(ground);
  return crewOf(threads);
}

function inThisThread(ground: Ground): Member {
  const runner = new Runner(ground);
  return { run: async (errand) => runner.run(errand), take: (scales) => runner.take(scales) };
}

function crewOf(members: readonly Member[]): Crew {
  const all = async (errands: readonly Errand[]) => {
    const results: (Patterns | Links)[] = [];
    let next = 0;
    const work = async (member: Member): Promise<void> => {
      while (next < errands.length) {
        const mine = next++;
        results[mine] = await member.run(errands[mine]!);
      }
    };
    await Promise.all(members.map(work));
    return results;
  };
  return {
    patterns: (errands) => all(errands) as Promise<Patterns[]>,
    links: (errands, scales) => {
      for (const member of members) member.take(scales);
      return all(errands) as Promise<Links[]>;
    },
  };
}
