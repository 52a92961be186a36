/** What was promised, as a rule that a touch either keeps or breaks. Stored as JSON in promises.rule. */
export type PromiseRule =
  /** Delivered by the promised date: `day` counts calendar days at the place, `timestamp` the promised moment itself. */
  | { readonly kind: "delivered"; readonly by: "day" | "timestamp" }
  | { readonly kind: "served"; readonly withinSeconds: number }
  | { readonly kind: "asked nothing twice" };

/** What of a touch its promises are judged by. */
export type JudgedTouch = {
  readonly at: Date;
  readonly status: string | null;
  readonly cancelled: boolean;
  readonly promisedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly waitSeconds: {
    readonly promised: number | null;
    readonly actual: number | null;
    readonly perceived: number | null;
  };
  /** Names of the facts somebody asked for; null where nobody wrote down what was asked. */
  readonly asked: readonly string[] | null;
};

export type Circumstances = {
  /** Where the touch happened: which calendar day a moment belongs to. */
  readonly zone: string;
  /** Names of the facts known, and fresh, before the touch; undefined where that was not looked up. */
  readonly knownBefore?: ReadonlySet<string>;
  /** Only what was true at this moment counts; a rebuild gives the moment of the first judgement. */
  readonly asOf: Date;
};

export type Judgement = {
  readonly verdict: "kept" | "broken" | "unknown";
  /** When the promise falls due; null where it has no date. */
  readonly dueAt: Date | null;
  readonly evidence: Evidence;
};

/** `says` is one sentence for people; the rest are the figures behind it. */
export type Evidence = {
  readonly says: string;
  readonly [figure: string]: string | number | boolean | null | readonly string[];
};
