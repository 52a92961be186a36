import { IdentitySet } from "./identity-set.ts";

/** What became of the rows: `rows` = `accepted` + `rejected` + `unchanged`. */
export class Tally {
  accepted = 0;
  rejected = 0;
  unchanged = 0;
  /** Distinct messages that stand. */
  messages = 0;
  /** Of these, messages that hold returned goods and nothing else. */
  returnsOnly = 0;
  /** Under whom messages stand that name somebody, and those that do not. */
  readonly named = new IdentitySet();
  readonly nameless = new IdentitySet();

  get rows(): number {
    return this.accepted + this.rejected + this.unchanged;
  }
}
