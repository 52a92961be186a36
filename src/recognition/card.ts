/** What an employee sees of the customer in front of them; the shape of GET /v1/recognise. Times are ISO 8601. */
export type Card = {
  readonly customer: {
    readonly id: string;
    readonly name: string | null;
    readonly sayIt: string | null;
    readonly since: string | null;
    readonly visits: number;
    readonly firstVisit: boolean;
  };
  readonly lastVisit: { readonly at: string; readonly place: string | null; readonly touchpoint: string } | null;
  readonly usual: {
    readonly items: readonly { readonly item: string; readonly name: string; readonly probability: number }[];
    readonly abstained: boolean;
    readonly reason: string;
  };
  readonly familiarFaces: readonly { readonly staff: string; readonly name: string; readonly visits: number; readonly onShift: boolean }[];
  readonly lastFailure: { readonly what: string; readonly at: string; readonly healed: boolean } | null;
  readonly sayHello: { readonly who: string; readonly reason: string } | null;
  readonly doNotAsk: readonly { readonly fact: string; readonly since: string; readonly source: string; readonly freshUntil: string | null }[];
  readonly worthAsking: { readonly fact: string; readonly reason: string } | null;
  readonly worthOffering: { readonly item: string; readonly name: string; readonly reason: string } | null;
  readonly allowance: { readonly leftMinor: number; readonly perGestureMinor: number; readonly currency: string } | null;
  readonly household: readonly { readonly customer: string; readonly name: string | null; readonly reason: string }[];
  readonly openPromises: readonly { readonly promise: string; readonly dueAt: string | null; readonly touch: string }[];
};

export type Match = { readonly customer: string; readonly name: string | null; readonly score: number; readonly reasons: readonly string[] };

export type Recognition = { readonly matches: readonly Match[]; readonly card: Card | null };
