-- Who may come in, who looked at whom, and how often somebody tried. Local tables: small, and read by one machine.

-- An employee who can sign in. password: null until the invitation was used.
create table accounts (
  staff_id uuid primary key references staff,
  password text,
  made_at timestamptz not null,
  password_at timestamptz
);

-- One-time links by which an employee sets a password; only the newest of an account stands.
create table invitations (
  staff_id uuid primary key references accounts,
  token_hash bytea not null unique,
  expires_at timestamptz not null
);

create table sessions (
  token_hash bytea primary key,
  staff_id uuid not null references accounts,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_staff on sessions (staff_id);

-- A write key belongs to one source. The name may be used again once its key is revoked.
create table keys (
  id uuid primary key,
  name text not null,
  may text not null check (may in ('write', 'read')),
  source text,
  key_hash bytea not null unique,
  made_at timestamptz not null,
  made_by text not null,
  revoked_at timestamptz,
  check ((may = 'write') = (source is not null))
);
create unique index keys_name on keys (name) where revoked_at is null;

-- How often something happened in a stretch of time, over all server processes: attempts to sign in, requests of one caller.
create table counted (
  since timestamptz not null,
  what text not null,
  times bigint not null,
  primary key (since, what)
);

-- Every look at a customer: who, when, why, which fields.
create table audit (
  at timestamptz not null,
  id uuid not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  customer_id uuid not null,
  why text not null,
  fields text[] not null,
  primary key (at, id)
);
create index audit_customer on audit (customer_id, at);
