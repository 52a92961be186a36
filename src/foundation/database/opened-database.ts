import type pg from "pg";

/** A server is alone on its home; commands join it, or bring PostgreSQL up for as long as they last. */
export type DatabaseRole = "server" | "command";

export type OpenedDatabase = {
  /** For `openPool`. Stays right when PostgreSQL is started again. */
  readonly connection: pg.PoolConfig;
  /** True when PostgreSQL was running before us. */
  readonly attached: boolean;
  /** Tells others where this server can be reached, for their refusals. */
  announce(address: string): Promise<void>;
  /** Where the server on this home can be reached, if one runs; unknown for a database that somebody else looks after. */
  serverAddress(): Promise<string | undefined>;
  /** End the pool first. Returns when everything is written and, if we were the last, PostgreSQL has gone. */
  stop(): Promise<void>;
};
