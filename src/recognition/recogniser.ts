import type { Naming } from "../customers/index.ts";
import type { Actor } from "../foundation/context.ts";
import type { Reader } from "../foundation/database/pipelined.ts";
import type { Place } from "../touchpoints/index.ts";
import type { Match } from "./card.ts";
import type { Memory } from "./memory.ts";

/** As the search knows them. */
export type Found = Omit<Match, "knownBy">;

/** Who may be meant by a name, best first; kept in memory by the customers folder. */
export type NameSearch = (
  text: string,
  near: { readonly place: string | null; readonly at: Date; readonly limit: number },
) => readonly Found[] | Promise<readonly Found[]>;

/** What recognising needs that lives as long as the server. */
export type Recogniser = {
  readonly reader: Reader;
  readonly memory: Memory;
  readonly naming: Naming;
  readonly search: NameSearch;
};

/** For whom, when and where a card is made. */
export type When = { readonly actor: Actor; readonly at: Date; readonly place: Place | undefined };
