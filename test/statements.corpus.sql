-- Every statement that the product sent in the tests, by the file that wrote it: a new query shows in review.
-- Renewed by: npm run corpus

-- src/foundation/key.ts
insert into settings (name, value) values ('key fingerprint', $1::jsonb)
on conflict do nothing;

-- src/foundation/key.ts
select value from settings where name = 'key fingerprint';

-- src/touchpoints/catalogue/describe-place.ts
insert into places (id, code, name, zone, region, currency)
values ($1, $2, $3, $4, $5, $6)
on conflict (id) do update set
  name = excluded.name, zone = excluded.zone, region = excluded.region, currency = excluded.currency
returning id, code, name, zone, region, currency;

-- src/touchpoints/catalogue/describe-place.ts
select id, code, name, zone, region, currency from places where code = $1 for update;

-- src/touchpoints/catalogue/describe-touchpoint.ts
insert into touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit, partner)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (id, valid_from) do update set
  name = excluded.name, lens = excluded.lens, stage = excluded.stage, element = excluded.element,
  channel = excluded.channel, visit = excluded.visit, partner = excluded.partner
returning id, code, name, lens, stage, element, channel, visit, partner,
  valid_from as "validFrom", valid_until as "validUntil";

-- src/touchpoints/catalogue/describe-touchpoint.ts
update touchpoints set valid_until = $1::timestamptz
where id = $2 and valid_until is null and valid_from < $3::timestamptz;

-- src/touchpoints/catalogue/ensure-codes.ts
insert into places (id, code, name, zone, region, currency)
select id, code, code, $1, $2, $3
from unnest($4::uuid[], $5::text[]) as arriving(id, code)
order by id
on conflict do nothing;

-- src/touchpoints/catalogue/ensure-codes.ts
insert into promises (id, valid_from, touchpoint_id, wording, rule)
select id, $1::timestamptz, touchpoint_id, wording, rule
from jsonb_to_recordset($2::jsonb)
  as promised(id uuid, touchpoint_id uuid, wording text, rule jsonb)
order by id
on conflict (id, valid_from) do nothing;

-- src/touchpoints/catalogue/ensure-codes.ts
insert into staff (id, code, name)
select id, code, code
from unnest($1::uuid[], $2::text[]) as arriving(id, code)
order by id
on conflict do nothing;

-- src/touchpoints/catalogue/ensure-codes.ts
insert into touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit)
select id, $1::timestamptz, code, name, lens, stage, element, channel, visit
from jsonb_to_recordset($2::jsonb)
  as arriving(id uuid, code text, name text, lens text, stage text, element text, channel text, visit boolean)
order by id
on conflict (id, valid_from) do nothing
returning code;

-- src/touchpoints/catalogue/history.ts
insert into catalogue_changes (id, at, by, what, about, before, after, touchpoint_id, place_id, since)
values ($1, $2, $3, $4, $5, $6, $7,
  $8, $9, $10);

-- src/touchpoints/catalogue/history.ts
select at, by, what, before, after from catalogue_changes
where about = $1
order by at desc, id
limit 200;

-- src/touchpoints/catalogue/installation.ts
insert into settings (name, value)
select name, to_jsonb(value)
from unnest($1::text[], $2::text[]) as settled(name, value)
on conflict (name) do update set value = excluded.value;

-- src/touchpoints/catalogue/installation.ts
select name, value from settings where name in ('zone', 'region', 'currency');

-- src/touchpoints/catalogue/list-catalogue.ts
select code, name, zone, region, currency, simulated from places order by name collate "C", code collate "C";

-- src/touchpoints/catalogue/locked-touchpoint.ts
select id, code, name, lens, stage, element, channel, visit, partner,
  valid_from as "validFrom", valid_until as "validUntil"
from touchpoints where id = $1 and valid_until is null for update;

-- src/touchpoints/catalogue/make-promise.ts
  insert into promises (id, valid_from, touchpoint_id, wording, rule)
  values ($1, $2, $3, $4, $5)
  on conflict (id, valid_from) do update set rule = excluded.rule, valid_until = null
  returning id, touchpoint_id as "touchpointId", wording, rule,
valid_from as "validFrom", valid_until as "validUntil";

-- src/touchpoints/catalogue/make-promise.ts
  select id, touchpoint_id as "touchpointId", wording, rule,
valid_from as "validFrom", valid_until as "validUntil" from promises where id = $1 order by valid_from desc limit 1;

-- src/touchpoints/catalogue/make-promise.ts
update promises set valid_until = $1::timestamptz
where id = $2 and valid_until is null and valid_from < $3::timestamptz;

-- src/touchpoints/catalogue/name-items.ts
insert into items (id, source, code, name, named_at)
select id, source, code, name, named_at from unnest(
$1::uuid[],
$2::text[],
$3::text[],
$4::text[],
$5::timestamptz[]) as arriving(id, source, code, name, named_at) order by id
on conflict (id) do nothing;

-- src/touchpoints/catalogue/name-items.ts
update items set name = arriving.name, named_at = arriving.named_at
from unnest(
$1::uuid[],
$2::text[],
$3::text[],
$4::text[],
$5::timestamptz[]) as arriving(id, source, code, name, named_at)
where items.id = arriving.id and arriving.name is not null
  and (items.name is null
    or (arriving.named_at, arriving.name collate "C") > (items.named_at, items.name collate "C"));

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints  order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises  order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places ) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff ) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items ) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints  order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises  order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places where id = any($1::uuid[])) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff where id = any($2::uuid[])) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items where id = any($3::uuid[])) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints where id = any($1::uuid[]) order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises where touchpoint_id = any($2::uuid[]) order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places where id = any($3::uuid[])) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff ) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items where id = any($4::uuid[])) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/retire-promise.ts
delete from promises where id = $1;

-- src/touchpoints/catalogue/retire-promise.ts
select id, wording, rule, valid_from as "validFrom" from promises
where id = $1 and touchpoint_id = $2 and valid_until is null;
