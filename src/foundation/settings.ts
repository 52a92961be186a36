import {
  currency,
  databaseUrl,
  hostNames,
  oneOf,
  region,
  secret,
  text,
  webAddress,
  whole,
  zone,
} from "./setting-kinds.ts";

/** One setting: its name in the environment, what it is for, and how its text is read; undefined is "cannot be used". */
export type Setting<Value> = {
  readonly name: string;
  readonly says: string;
  readonly wants: string;
  readonly otherwise?: string;
  readonly read: (text: string) => Value | undefined;
};

/** All settings there are. The documentation and `regulars doctor` list them from here. */
export const settings = {
  port: {
    name: "PORT",
    says: "port of the web app and the API; 0 takes a free one",
    otherwise: "4000",
    ...whole(0, 65_535),
  },
  host: { name: "HOST", says: "address to listen on; 0.0.0.0 for all", otherwise: "127.0.0.1", ...text },
  home: { name: "REGULARS_HOME", says: "folder of the database and the key; without it, ./.regulars", ...text },
  databaseUrl: {
    name: "DATABASE_URL",
    says: "your own PostgreSQL, 15 or newer, instead of the embedded one",
    ...databaseUrl,
  },
  databaseUser: {
    name: "REGULARS_DATABASE_USER",
    says: "ordinary user whom the embedded PostgreSQL runs as where Regulars is root; without it, postgres or nobody",
    ...text,
  },
  key: { name: "REGULARS_KEY", says: "identity key; without it, REGULARS_HOME/key", ...secret },
  region: {
    name: "REGULARS_REGION",
    says: "country of telephone numbers written without one; ZZ goes by what the owner said, else by none",
    otherwise: "ZZ",
    ...region,
  },
  currency: {
    name: "REGULARS_CURRENCY",
    says: "currency where nothing else says it; without it, the owner's, else EUR",
    ...currency,
  },
  zone: {
    name: "REGULARS_ZONE",
    says: "time zone where nothing else says it; without it, the owner's, else UTC",
    ...zone,
  },
  log: {
    name: "REGULARS_LOG",
    says: "least level that is logged",
    otherwise: "info",
    ...oneOf("debug", "info", "warn", "error", "silent"),
  },
  publicUrl: {
    name: "REGULARS_URL",
    says: "address by which browsers reach the server, when a proxy stands before it",
    ...webAddress,
  },
  hosts: {
    name: "REGULARS_HOSTS",
    says: "names by which the server is reached, besides localhost and that in REGULARS_URL; separated by commas",
    ...hostNames,
  },
  trustProxy: {
    name: "REGULARS_TRUST_PROXY",
    says: "how many proxies stand before the server",
    otherwise: "0",
    ...whole(0, 10),
  },
  connections: { name: "REGULARS_CONNECTIONS", says: "connections to the database", otherwise: "10", ...whole(4, 500) },
  keyRequests: {
    name: "REGULARS_KEY_REQUESTS",
    says: "requests a minute of one API key",
    otherwise: "1000000",
    ...whole(1, 1e9),
  },
  staffRequests: {
    name: "REGULARS_STAFF_REQUESTS",
    says: "requests a minute of one employee",
    otherwise: "60000",
    ...whole(1, 1e9),
  },
  visitorRequests: {
    name: "REGULARS_VISITOR_REQUESTS",
    says: "requests a minute of one address that nobody signed in from",
    otherwise: "3000",
    ...whole(1, 1e9),
  },
} satisfies Record<string, Setting<unknown>>;

type Given = typeof settings;
type Value<S> = S extends { otherwise: string; read: (text: string) => infer V }
  ? Exclude<V, undefined>
  : S extends { read: (text: string) => infer V }
    ? Exclude<V, undefined> | null
    : never;
export type Settings = { readonly [Name in keyof Given]: Value<Given[Name]> };
