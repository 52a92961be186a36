/** What went wrong inside one field or setting. `pointer` is a JSON Pointer, "#/email". */
export type Problem = { readonly pointer: string; readonly detail: string };

/**
 * A refusal with a stable code. The text says what happened, what is allowed and what to do.
 * The domain knows no HTTP: foundation/http maps codes to status, the command line to exit codes.
 */
export abstract class Refusal extends Error {
  abstract readonly code: string;
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

export class InvalidInput extends Refusal {
  readonly code = "invalid-input";
}
/** Called by a name that is none of the server's. */
export class WrongHost extends Refusal {
  readonly code = "wrong-host";
}
export class NotFound extends Refusal {
  readonly code = "not-found";
}
export class NotSignedIn extends Refusal {
  readonly code = "not-signed-in";
}
export class NotAllowed extends Refusal {
  readonly code = "not-allowed";
}
export class Conflict extends Refusal {
  readonly code = "conflict";
}
export class TooMany extends Refusal {
  readonly code = "too-many-requests";
}
export class TooLarge extends Refusal {
  readonly code = "too-large";
}
export class WrongSettings extends Refusal {
  readonly code = "wrong-settings";
}
export class DatabaseTrouble extends Refusal {
  readonly code = "database-trouble";
}
export class WrongUsage extends Refusal {
  readonly code = "wrong-usage";
}
