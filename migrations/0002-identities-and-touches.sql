-- Who someone is, and every contact with them. See ARCHITECTURE.md, "Identity".

-- kind: the strength, 1 is the strongest (src/customers/kind.ts). customer_id and members are kept by the re-partition.
create table identities (
  id uuid primary key,
  kind smallint not null,
  scope text not null,
  value text not null,
  normalising smallint not null,
  first_seen timestamptz not null,
  shared boolean not null default false,
  customer_id uuid not null,
  members uuid[] not null
);

-- Values that never join anybody, whatever is seen with them.
create table blocks (
  identity_id uuid primary key,
  at timestamptz not null,
  by text not null,
  reason text not null
);

-- What the standing records of an identity state, folded: a correction recomputes the identity's rows from its touches.
create table facts (
  identity_id uuid not null,
  id uuid not null,
  name text not null,
  value text not null,
  source text not null,
  scope text not null default 'person',
  first_observed_at timestamptz not null,
  observed_at timestamptz not null,
  fresh_until timestamptz,
  primary key (identity_id, id)
);

-- One row per message. others: the message's weaker identities, for the star of evidence; said_as: those that an alias
-- says are the same person. A cancelled message is kept, so that a correction of the cancellation brings it back.
create table touches (
  identity_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  others uuid[] not null default '{}',
  said_as uuid[],
  source text not null,
  touchpoint_id uuid not null,
  visit boolean not null,
  place_id uuid,
  staff_id uuid,
  channel text not null,
  status text,
  text text,
  currency text,
  amount_minor bigint,
  promised_at timestamptz,
  delivered_at timestamptz,
  wait_promised_seconds integer,
  wait_actual_seconds integer,
  wait_perceived_seconds integer,
  expected_at timestamptz,
  facts jsonb,
  asked text[],
  cancelled boolean not null default false,
  primary key (identity_id, at, id)
);
create index touches_place on touches (place_id, at) include (visit) where place_id is not null;
create index touches_asked on touches (identity_id) where asked is not null;
create index touches_expected on touches (place_id, expected_at) where expected_at is not null;

-- key: hash of the line's number, or of its fields and how many equal ones came before it.
create table lines (
  identity_id uuid not null,
  at timestamptz not null,
  touch_id uuid not null,
  key bigint not null,
  item_id uuid not null,
  quantity double precision not null,
  amount_minor bigint,
  version timestamptz not null,
  content bigint not null,
  primary key (identity_id, at, touch_id, key)
);

create table verdicts (
  identity_id uuid not null,
  at timestamptz not null,
  touch_id uuid not null,
  promise_id uuid not null,
  verdict text not null check (verdict in ('kept', 'broken', 'unknown')),
  due_at timestamptz,
  evidence jsonb not null,
  place_id uuid,
  touchpoint_id uuid not null,
  primary key (identity_id, at, touch_id, promise_id)
);
create index verdicts_promise on verdicts (promise_id, at);
create index verdicts_due on verdicts (due_at) where verdict = 'unknown' and due_at is not null;

-- A group of its own, keyed by the first end; every piece stands twice, once from each end.
-- sort: 0 said, 1 seen together, 2 linked. said_id: which saying or run, the nil uuid for what was seen.
-- at: first seen, or when it was said. refusal: why it joins nothing, null when it holds.
-- shows: a record shows its identities, a person only speaks of them.
-- b_kind, b_scope: the second end's, so that a value's accounts are counted without a look at another group.
create table evidence (
  a uuid not null,
  b uuid not null,
  sort smallint not null,
  said_id uuid not null,
  b_kind smallint,
  b_scope text,
  at timestamptz not null,
  same boolean not null default true,
  revoked boolean not null default false,
  shows boolean not null default true,
  refusal jsonb,
  primary key (a, b, sort, said_id)
);
create index evidence_said on evidence (said_id) where sort = 0;

-- What people said of two identities; never edited. A saying that was revoked before it arrived has a revocation only.
create table sayings (
  id uuid primary key,
  at timestamptz not null,
  same boolean not null,
  pairs uuid[] not null,
  by text not null,
  reason text
);
create table revocations (
  saying_id uuid primary key,
  at timestamptz not null,
  by text not null
);

-- One per message, keyed by its hash, which is also the touch's id. A receipt without content waits for its message:
-- a cancellation came first. parts: what each record of an order brought, where more than one did.
create table receipts (
  id uuid primary key,
  identity_id uuid,
  at timestamptz,
  version timestamptz,
  content uuid,
  parts jsonb,
  cancels uuid,
  cancelled_by uuid[] not null default '{}'
);

-- What the name index has to look at again; trimmed by a job. Local to one machine.
create table changes (
  id bigint generated always as identity primary key,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  identities uuid[] not null
);
