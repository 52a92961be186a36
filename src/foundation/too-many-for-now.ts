import { TooMany } from "./errors.ts";

/** Too many of something, and when there may be more. */
export class TooManyForNow extends TooMany {
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
  }
}
