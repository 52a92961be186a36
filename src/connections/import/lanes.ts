import type { Ids } from "../../customers/index.ts";
import type { ArrivingRecord } from "../../touchpoints/index.ts";
import { hash } from "./hash.ts";
import type { Gathered } from "./reading.ts";

const batchRows = 1_500;

type Lane = { batch: Gathered[]; rows: number; underWay: Promise<void> };

/**
 * Batches side by side. A customer's messages all go the same lane, so that two batches under way hardly ever bring the
 * same person: the one that came second would have to begin again.
 */
export class Lanes {
  readonly #lanes: readonly Lane[];
  readonly #file: (batch: readonly Gathered[]) => Promise<void>;
  #failure: { readonly error: unknown } | undefined;

  constructor(count: number, file: (batch: readonly Gathered[]) => Promise<void>) {
    this.#lanes = Array.from({ length: count }, () => ({ batch: [], rows: 0, underWay: Promise.resolve() }));
    this.#file = file;
  }

  /** Resolves when there is room for more; rejects when a batch has failed. */
  add(gathered: Gathered): Promise<void> | undefined {
    if (!gathered.record) return undefined;
    const lane = this.#lanes[hash(whoseLane(gathered.record)) % this.#lanes.length]!;
    lane.batch.push(gathered);
    lane.rows += gathered.rows.length;
    return lane.rows < batchRows ? undefined : this.#send(lane);
  }

  async #send(lane: Lane): Promise<void> {
    await lane.underWay;
    if (this.#failure) throw this.#failure.error;
    if (lane.rows === 0) return;
    lane.underWay = this.#file(lane.batch).catch((error: unknown) => void (this.#failure ??= { error }));
    lane.batch = [];
    lane.rows = 0;
  }

  /** Nothing is under way any more. */
  async settle(): Promise<void> {
    for (const lane of this.#lanes) await lane.underWay;
  }

  /** Everything that was added has been filed. */
  async finish(): Promise<void> {
    for (const lane of this.#lanes) await this.#send(lane);
    await this.settle();
    if (this.#failure) throw this.#failure.error;
  }
}

function whoseLane({ ids, messageId }: ArrivingRecord): string {
  return (
    ids.userId ??
    loyaltyOf(ids) ??
    firstOf(ids.email) ??
    firstOf(ids.phone) ??
    ids.card ??
    ids.booking ??
    ids.device ??
    messageId
  );
}

function loyaltyOf({ loyalty }: Ids): string | undefined {
  return typeof loyalty === "object" ? loyalty.number : loyalty;
}

function firstOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "object" ? value[0] : value;
}
