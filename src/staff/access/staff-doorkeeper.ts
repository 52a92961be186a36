import type pg from "pg";
import type { Db } from "../../foundation/database/database.ts";
import type { Doorkeeper } from "../../foundation/http/index.ts";
import { listen } from "../../foundation/notices.ts";
import { remembered } from "../../foundation/remembered.ts";
import { actorOfKey } from "../keys/actor-of-key.ts";
import { accessChannel } from "./access-changed.ts";
import { actorOfSession } from "./session.ts";

// The longest that a revoked key or an ended session can go on where the notice of it was lost.
const rememberSeconds = 5;
// No credential of ours is longer; nothing longer is worth a look.
const longestCredential = 200;

export type StaffDoorkeeper = Doorkeeper & { readonly forget: () => void };

/** Knows employees by their sessions and programs by their keys. */
export function staffDoorkeeper(db: Db, clock: () => Date): StaffDoorkeeper {
  const keys = remembered((text) => actorOfKey(db, text), rememberSeconds);
  const sessions = remembered((token) => actorOfSession(db, token, clock()), rememberSeconds);
  return {
    ofKey: (text) => (text.length > longestCredential ? undefined : keys.get(text)),
    ofSession: (token) => (token.length > longestCredential ? undefined : sessions.get(token)),
    forget: () => {
      keys.forget();
      sessions.forget();
    },
  };
}

/** Calls as soon as any process on the database changes who may come in. */
export function heedAccessChanges(pool: pg.Pool, heard: () => void) {
  return listen(pool, accessChannel, heard);
}
