import type { ArrivingItem } from "../../src/touchpoints/catalogue/name-items.ts";
import type { ArrivingRecord } from "../../src/touchpoints/index.ts";

/** What was sold under which name last: the catalogue's items. */
export type ItemsSold = Map<string, ArrivingItem>;

export function noteSold(sold: ItemsSold, records: readonly ArrivingRecord[]): void {
  for (const { source, at, lines = [] } of records)
    for (const { item: code, name } of lines) {
      const [key, namedAt] = [`${source} ${code}`, at ?? 0];
      if ((sold.get(key)?.namedAt ?? -1) < namedAt) sold.set(key, { source, code, name, namedAt });
    }
}
