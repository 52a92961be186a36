-- What a business is made of: places, people who serve, what is sold, where customers meet it, what was promised there.
-- Small tables that change rarely: reference tables on a cluster.

create table settings (
  name text primary key,
  value jsonb not null
);

create table places (
  id uuid primary key,
  code text not null unique,
  name text not null,
  zone text not null,
  region text not null,
  currency text not null,
  simulated boolean not null default false
);

create table staff (
  id uuid primary key,
  code text not null unique,
  name text not null,
  email text unique,
  role text not null default 'front line' check (role in ('front line', 'manager', 'executive', 'administrator')),
  place_id uuid references places,
  per_gesture_minor bigint not null default 0,
  per_month_minor bigint not null default 0,
  left_at timestamptz,
  simulated boolean not null default false
);

create table shifts (
  id uuid primary key,
  staff_id uuid not null references staff,
  place_id uuid not null references places,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at)
);
create index shifts_place on shifts (place_id, starts_at);

-- A touchpoint keeps its id for life; each row says what was true of it in a stretch of time.
create table touchpoints (
  id uuid not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  code text not null,
  name text not null,
  lens text not null check (lens in ('service', 'engagement', 'experience')),
  stage text not null check (stage in ('connect & attract', 'orient', 'interact', 'extend & retain', 'advocate')),
  element text not null check (element in ('people', 'place', 'product and packaging', 'web and technology', 'price and policy')),
  channel text not null check (channel in ('in person', 'phone', 'web', 'email', 'chat', 'social', 'print', 'product use')),
  visit boolean not null,
  partner text,
  primary key (id, valid_from),
  check (valid_until is null or valid_until > valid_from)
);
create index touchpoints_code on touchpoints (code);

-- rule: {"kind":"delivered","by":"day"|"timestamp"} | {"kind":"served","withinSeconds":300} | {"kind":"asked nothing twice"}
create table promises (
  id uuid not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  touchpoint_id uuid not null,
  wording text not null,
  rule jsonb not null,
  primary key (id, valid_from),
  check (valid_until is null or valid_until > valid_from)
);

create table items (
  id uuid primary key,
  source text not null,
  code text not null,
  name text,
  named_at timestamptz
);
