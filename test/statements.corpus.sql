-- Every statement that the product sent in the tests, by the file that wrote it: a new query shows in review.
-- Renewed by: npm run corpus

-- src/connections/import/resolved-customers.ts
select customer_id as customer from identities where id = any($1::uuid[]);

-- src/connections/import/resolved-customers.ts
select kind from identities where id = any($1::uuid[]);

-- src/customers/foresee-merge.ts
select id, kind, scope, value, customer_id as customer, members
from identities
where id = any($1::uuid[])
order by kind, id;

-- src/customers/graph.ts
select a, b, sort, at, same, said_id, refusal
from evidence where a = any($1::uuid[]) and not revoked;

-- src/customers/graph.ts
select id, kind, scope, value, first_seen, shared, customer_id, members
from identities where id = any($1::uuid[]);

-- src/customers/graph.ts
select identity_id from blocks where identity_id = any($1::uuid[]);

-- src/customers/graph.ts
select identity_id, name, value from facts where identity_id = any($1::uuid[]) and name in ('name', 'birthDate');

-- src/customers/known.ts
select a, b, at from evidence
join unnest($1::uuid[], $2::uuid[]) as pair (a, b) using (a, b)
where sort = 1;

-- src/customers/known.ts
select distinct a from evidence where a = any($1::uuid[]) and sort = 0;

-- src/customers/known.ts
select id, first_seen from identities where id = any($1::uuid[]);

-- src/customers/known.ts
select identity_id, id, first_observed_at as first, observed_at as at from facts
join unnest($1::uuid[], $2::uuid[])
  as stated (identity_id, id) using (identity_id, id);

-- src/customers/locks.ts
select pg_advisory_xact_lock($1);

-- src/customers/locks.ts
select pg_advisory_xact_lock_shared($1);

-- src/customers/merge.ts
select customer_id as customer, members from identities where id = $1;

-- src/customers/merge.ts
select id from sayings where id = $1;

-- src/customers/merge.ts
select id, kind from identities where id = any($1::uuid[]) order by id;

-- src/customers/people/people.ts
select id, customer_id as customer, members from identities where id = any($1::uuid[]);

-- src/customers/people/people.ts
select id, kind, scope, value from identities where id = any($1::uuid[]);

-- src/customers/people/people.ts
select identity_id as identity, id, name, value, source, scope, 1000 * date_part('epoch', first_observed_at) as since,
  1000 * date_part('epoch', observed_at) as "observedAt", 1000 * date_part('epoch', fresh_until) as "freshUntil"
from facts
where identity_id = any($1::uuid[]) and name in ('name', 'forename', 'surname');

-- src/customers/people/source-rank.ts
select value from settings where name = 'source rank';

-- src/customers/rebuild.ts
delete from evidence where sort = 1;

-- src/customers/rebuild.ts
delete from facts;

-- src/customers/rebuild.ts
select id from identities where id > $1 order by id limit $2;

-- src/customers/rebuild.ts
select id, kind, scope, value from identities where id = any($1::uuid[]);

-- src/customers/rebuild.ts
select touches.identity_id as a, other as b, min(touches.at) as at
from touches cross join unnest(touches.others) as other
where touches.identity_id = any($1::uuid[]) and not touches.cancelled
group by touches.identity_id, other;

-- src/customers/rebuild.ts
update evidence set refusal = null where refusal is not null;

-- src/customers/rebuild.ts
update identities set first_seen = still.at, shared = false, customer_id = identities.id, members = array[identities.id]
from unnest($1::uuid[], $2::timestamptz[]) as still (id, at)
where identities.id = still.id;

-- src/customers/recount.ts
select a, b from evidence where a = any($1::uuid[]) and sort = $2;

-- src/customers/recount.ts
select a, count(*)::int as n from evidence
where a = any($1::uuid[]) and sort = $2 and b_kind in ($3, $4)
group by a, b_kind, b_scope;

-- src/customers/recount.ts
select id, shared from identities where id = any($1::uuid[]);

-- src/customers/recount.ts
update identities set shared = not shared where id = any($1::uuid[]);

-- src/customers/repartition.ts
update evidence set refusal = changed.refusal::jsonb
from unnest(
  $1::uuid[],
  $2::uuid[],
  $3::smallint[],
  $4::text[]
) as changed (a, b, sort, refusal)
where evidence.a = changed.a and evidence.b = changed.b and evidence.sort = changed.sort and not evidence.revoked;

-- src/customers/repartition.ts
update identities set customer_id = changed.customer_id, members = changed.members::uuid[]
from unnest(
  $1::uuid[],
  $2::uuid[],
  $3::text[]
) as changed (id, customer_id, members)
where identities.id = changed.id;

-- src/customers/save-evidence.ts
insert into evidence (a, b, sort, said_id, at, same, revoked, shows)
select a, b, 0, said_id, at, same, revoked, shows
from unnest(
  $1::uuid[],
  $2::uuid[],
  $3::uuid[],
  $4::timestamptz[],
  $5::boolean[],
  $6::boolean[],
  $7::boolean[]
) as said (a, b, said_id, at, same, revoked, shows)
on conflict (a, b, sort, said_id) do nothing;

-- src/customers/save-evidence.ts
insert into evidence (a, b, sort, said_id, b_kind, b_scope, at)
select a, b, 1, $1, b_kind, b_scope, at
from unnest(
  $2::uuid[],
  $3::uuid[],
  $4::smallint[],
  $5::text[],
  $6::timestamptz[]
) as seen (a, b, b_kind, b_scope, at)
on conflict (a, b, sort, said_id) do update set at = least(evidence.at, excluded.at);

-- src/customers/save-evidence.ts
insert into facts (identity_id, id, name, value, source, scope, first_observed_at, observed_at, fresh_until)
select * from unnest(
  $1::uuid[],
  $2::uuid[],
  $3::text[],
  $4::text[],
  $5::text[],
  $6::text[],
  $7::timestamptz[],
  $8::timestamptz[],
  $9::timestamptz[]
)
on conflict (identity_id, id) do update set
  first_observed_at = least(facts.first_observed_at, excluded.first_observed_at),
  observed_at = greatest(facts.observed_at, excluded.observed_at),
  fresh_until = greatest(facts.fresh_until, excluded.fresh_until);

-- src/customers/save-evidence.ts
insert into identities (id, kind, scope, value, normalising, first_seen, customer_id, members)
select id, kind, scope, value, $1, first_seen, id, array[id]
from unnest(
  $2::uuid[],
  $3::smallint[],
  $4::text[],
  $5::text[],
  $6::timestamptz[]
) as shown (id, kind, scope, value, first_seen)
on conflict (id) do nothing
returning id;

-- src/customers/save-evidence.ts
select saying_id from revocations where saying_id = any($1::uuid[]);

-- src/customers/save-evidence.ts
update identities set first_seen = least(identities.first_seen, shown.at)
from unnest(
  $1::uuid[],
  $2::timestamptz[]
) as shown (id, at)
where identities.id = shown.id;

-- src/customers/say.ts
insert into revocations (saying_id, at, by) values ($1, $2, $3) on conflict (saying_id) do nothing;

-- src/customers/say.ts
insert into sayings (id, at, same, pairs, by, reason)
values ($1, $2, $3, $4::uuid[], $5, $6)
on conflict (id) do nothing;

-- src/customers/say.ts
select pairs from sayings where id = $1;

-- src/customers/say.ts
update evidence set revoked = true, refusal = null
where a = any($1::uuid[]) and said_id = $2 and sort = 0 and not revoked;

-- src/customers/sayings.ts
select customer_id as customer, members from identities where id = $1;

-- src/customers/sayings.ts
select distinct said_id as id from evidence where a = any($1::uuid[]) and sort = 0;

-- src/customers/sayings.ts
select id, kind, scope, value, customer_id as customer from identities where id = any($1::uuid[]);

-- src/customers/sayings.ts
select sayings.id, sayings.at, sayings.by, sayings.same, sayings.reason, sayings.pairs,
  revocations.at as "revokedAt", revocations.by as "revokedBy"
from sayings
left join revocations on revocations.saying_id = sayings.id
where sayings.id = any($1::uuid[])
  and (sayings.at, sayings.id) < ($2::timestamptz, $3::uuid)
order by sayings.at desc, sayings.id desc
limit $4;

-- src/customers/search/changed.ts
select id, customer_id as customer, kind, value from identities where id = any($1::uuid[]);

-- src/customers/search/changed.ts
select identity_id as identity, name, value as text, floor(extract(epoch from observed_at))::float8 as seen
from facts
where identity_id = any($1::uuid[]) and name = any($2::text[]);

-- src/customers/search/changed.ts
select pg_snapshot_xmin(pg_current_snapshot())::text as running, id, transaction::text as transaction, identities
from (select 1) as always
left join changes on transaction >= $1::xid8 and id <> all($2::bigint[])
order by id
limit $3;

-- src/customers/search/changed.ts
select pg_snapshot_xmin(pg_current_snapshot())::text as transaction;

-- src/customers/search/load-index.ts
copy (
select facts.identity_id, identities.customer_id, floor(extract(epoch from facts.observed_at)), facts.name, facts.value
from facts join identities on identities.id = facts.identity_id
where facts.name in ('birthDate', 'postcode', 'city', 'town', 'suburb', 'street', 'address')
  and identities.kind <> 9
order by facts.identity_id) to stdout;

-- src/customers/search/load-index.ts
copy (
select facts.identity_id, identities.customer_id, floor(extract(epoch from facts.observed_at)), facts.value
from facts join identities on identities.id = facts.identity_id
where facts.name = 'name' and identities.kind <> 9) to stdout;

-- src/customers/search/load-index.ts
copy (select id, customer_id, kind, value from identities where kind in (1, 2, 4, 5)) to stdout;

-- src/customers/search/regulars.ts
select identity_id as identity, extract(epoch from at)::float8 * 1000 as at
from touches
where place_id = $1::uuid and visit and at > $2::timestamptz and at <= $3::timestamptz
order by at desc, identity_id, id
limit $4;

-- src/customers/search/trim-changes.ts
delete from changes where at < $1::timestamptz;

-- src/customers/standing.ts
select a as id, min(at) as at from evidence where a = any($1::uuid[]) and shows group by a;

-- src/customers/standing.ts
select identity_id as id, min(at) as at from touches
where identity_id = any($1::uuid[]) and not cancelled group by identity_id;

-- src/customers/standing.ts
select identity_id, source, at, expected_at, facts from touches
where identity_id = any($1::uuid[]) and facts is not null and not cancelled;

-- src/customers/standing.ts
select pair.a, pair.b, min(touches.at) as at
from unnest($1::uuid[], $2::uuid[]) as pair (a, b)
left join touches on touches.identity_id = pair.a and pair.b = any(touches.others) and not touches.cancelled
group by pair.a, pair.b
order by pair.a, pair.b;

-- src/customers/withdraw.ts
delete from evidence using unnest(
  $1::uuid[],
  $2::uuid[]
) as gone (a, b)
where evidence.a = gone.a and evidence.b = gone.b and evidence.sort = 1;

-- src/customers/withdraw.ts
delete from facts where identity_id = any($1::uuid[]);

-- src/customers/withdraw.ts
delete from identities where id = any($1::uuid[]);

-- src/customers/withdraw.ts
select b from evidence where a = any($1::uuid[]);

-- src/customers/withdraw.ts
update evidence set at = still.at from unnest(
  $1::uuid[],
  $2::uuid[],
  $3::timestamptz[]
) as still (a, b, at)
where evidence.a = still.a and evidence.b = still.b and evidence.sort = 1;

-- src/customers/withdraw.ts
update identities set first_seen = still.at
from unnest($1::uuid[], $2::timestamptz[]) as still (id, at)
where identities.id = still.id and identities.first_seen <> still.at;

-- src/foundation/audit.ts
insert into audit (at, id, actor_kind, actor_id, actor_name, customer_id, why, fields)
select at, id, actor_kind, actor_id, actor_name, customer_id, why, string_to_array(fields, ',')
from unnest(
  $1::timestamptz[], $2::uuid[],
  $3::text[], $4::text[],
  $5::text[], $6::uuid[],
  $7::text[], $8::text[]
) as entry (at, id, actor_kind, actor_id, actor_name, customer_id, why, fields)
on conflict do nothing;

-- src/foundation/backup/back-up.ts
select file, checksum from migrations order by file collate "C";

-- src/foundation/backup/back-up.ts
select string_agg(format('%I', attname), ', ' order by attnum) as columns
from pg_attribute
where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '';

-- src/foundation/backup/back-up.ts
select value from settings where name = 'key fingerprint';

-- src/foundation/backup/commands.ts
select current_setting('server_version_num')::int / 10000 as major,
       current_setting('server_encoding') as encoding,
       pg_is_in_recovery() as standby,
       coalesce(has_schema_privilege(current_schema(), 'create'), false) as writable,
       current_database() as database;

-- src/foundation/backup/restore.ts
insert into migrations (file, checksum) values ($1, $2);

-- src/foundation/backup/restore.ts
select checksum from migrations where file = $1;

-- src/foundation/backup/restore.ts
select exists (select from accounts) as filled;

-- src/foundation/backup/restore.ts
select exists (select from asks) as filled;

-- src/foundation/backup/restore.ts
select exists (select from audit) as filled;

-- src/foundation/backup/restore.ts
select exists (select from blocks) as filled;

-- src/foundation/backup/restore.ts
select exists (select from catalogue_changes) as filled;

-- src/foundation/backup/restore.ts
select exists (select from evidence) as filled;

-- src/foundation/backup/restore.ts
select exists (select from facts) as filled;

-- src/foundation/backup/restore.ts
select exists (select from identities) as filled;

-- src/foundation/backup/restore.ts
select exists (select from invitations) as filled;

-- src/foundation/backup/restore.ts
select exists (select from items) as filled;

-- src/foundation/backup/restore.ts
select exists (select from keys) as filled;

-- src/foundation/backup/restore.ts
select exists (select from lines) as filled;

-- src/foundation/backup/restore.ts
select exists (select from pg_extension where extname = 'citus') as clustered;

-- src/foundation/backup/restore.ts
select exists (select from places) as filled;

-- src/foundation/backup/restore.ts
select exists (select from promises) as filled;

-- src/foundation/backup/restore.ts
select exists (select from reasks) as filled;

-- src/foundation/backup/restore.ts
select exists (select from receipts) as filled;

-- src/foundation/backup/restore.ts
select exists (select from revocations) as filled;

-- src/foundation/backup/restore.ts
select exists (select from sayings) as filled;

-- src/foundation/backup/restore.ts
select exists (select from shifts) as filled;

-- src/foundation/backup/restore.ts
select exists (select from staff) as filled;

-- src/foundation/backup/restore.ts
select exists (select from touches) as filled;

-- src/foundation/backup/restore.ts
select exists (select from touchpoints) as filled;

-- src/foundation/backup/restore.ts
select exists (select from verdicts) as filled;

-- src/foundation/backup/restore.ts
select file from migrations where not file = any($1::text[]) order by file collate "C";

-- src/foundation/backup/restore.ts
select file, checksum from migrations;

-- src/foundation/backup/restore.ts
select name from unnest($1::text[]) with ordinality as named (name, nr)
where to_regclass(name) is not null order by nr;

-- src/foundation/backup/restore.ts
select pg_advisory_xact_lock($1);

-- src/foundation/backup/saved-file.ts
copy (
select jsonb_build_object('task', tasks.identifier, 'payload', jobs.payload, 'run_at', jobs.run_at,
  'key', jobs.key, 'priority', jobs.priority, 'max_attempts', jobs.max_attempts, 'queue', queues.queue_name)
from graphile_worker._private_jobs jobs
join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
left join graphile_worker._private_job_queues queues on queues.id = jobs.job_queue_id
where jobs.attempts < jobs.max_attempts
order by jobs.id) to stdout;

-- src/foundation/backup/saved-file.ts
copy accounts (staff_id, password, made_at, password_at) from stdin;

-- src/foundation/backup/saved-file.ts
copy accounts (staff_id, password, made_at, password_at) to stdout;

-- src/foundation/backup/saved-file.ts
copy asks (identity_id, id, at, fact, channel, place_id, source) from stdin;

-- src/foundation/backup/saved-file.ts
copy asks (identity_id, id, at, fact, channel, place_id, source) to stdout;

-- src/foundation/backup/saved-file.ts
copy audit (at, id, actor_kind, actor_id, actor_name, customer_id, why, fields) from stdin;

-- src/foundation/backup/saved-file.ts
copy audit (at, id, actor_kind, actor_id, actor_name, customer_id, why, fields) to stdout;

-- src/foundation/backup/saved-file.ts
copy blocks (identity_id, at, by, reason) from stdin;

-- src/foundation/backup/saved-file.ts
copy blocks (identity_id, at, by, reason) to stdout;

-- src/foundation/backup/saved-file.ts
copy catalogue_changes (id, at, by, what, about, before, after, touchpoint_id, place_id, since, judged_at) from stdin;

-- src/foundation/backup/saved-file.ts
copy catalogue_changes (id, at, by, what, about, before, after, touchpoint_id, place_id, since, judged_at) to stdout;

-- src/foundation/backup/saved-file.ts
copy evidence (a, b, sort, said_id, b_kind, b_scope, at, same, revoked, shows, refusal) from stdin;

-- src/foundation/backup/saved-file.ts
copy evidence (a, b, sort, said_id, b_kind, b_scope, at, same, revoked, shows, refusal) to stdout;

-- src/foundation/backup/saved-file.ts
copy facts (identity_id, id, name, value, source, scope, first_observed_at, observed_at, fresh_until) from stdin;

-- src/foundation/backup/saved-file.ts
copy facts (identity_id, id, name, value, source, scope, first_observed_at, observed_at, fresh_until) to stdout;

-- src/foundation/backup/saved-file.ts
copy identities (id, kind, scope, value, normalising, first_seen, shared, customer_id, members) from stdin;

-- src/foundation/backup/saved-file.ts
copy identities (id, kind, scope, value, normalising, first_seen, shared, customer_id, members) to stdout;

-- src/foundation/backup/saved-file.ts
copy invitations (staff_id, token_hash, expires_at) from stdin;

-- src/foundation/backup/saved-file.ts
copy invitations (staff_id, token_hash, expires_at) to stdout;

-- src/foundation/backup/saved-file.ts
copy items (id, source, code, name, named_at) from stdin;

-- src/foundation/backup/saved-file.ts
copy items (id, source, code, name, named_at) to stdout;

-- src/foundation/backup/saved-file.ts
copy keys (id, name, may, source, key_hash, made_at, made_by, revoked_at) from stdin;

-- src/foundation/backup/saved-file.ts
copy keys (id, name, may, source, key_hash, made_at, made_by, revoked_at) to stdout;

-- src/foundation/backup/saved-file.ts
copy lines (identity_id, at, touch_id, key, item_id, quantity, amount_minor, version, content) from stdin;

-- src/foundation/backup/saved-file.ts
copy lines (identity_id, at, touch_id, key, item_id, quantity, amount_minor, version, content) to stdout;

-- src/foundation/backup/saved-file.ts
copy places (id, code, name, zone, region, currency, simulated) from stdin;

-- src/foundation/backup/saved-file.ts
copy places (id, code, name, zone, region, currency, simulated) to stdout;

-- src/foundation/backup/saved-file.ts
copy promises (id, valid_from, valid_until, touchpoint_id, wording, rule) from stdin;

-- src/foundation/backup/saved-file.ts
copy promises (id, valid_from, valid_until, touchpoint_id, wording, rule) to stdout;

-- src/foundation/backup/saved-file.ts
copy reasks (identity_id, at, id, fact, channel, place_id, source, known_since, known_from) from stdin;

-- src/foundation/backup/saved-file.ts
copy reasks (identity_id, at, id, fact, channel, place_id, source, known_since, known_from) to stdout;

-- src/foundation/backup/saved-file.ts
copy receipts (id, identity_id, at, version, content, parts, cancels, cancelled_by) from stdin;

-- src/foundation/backup/saved-file.ts
copy receipts (id, identity_id, at, version, content, parts, cancels, cancelled_by) to stdout;

-- src/foundation/backup/saved-file.ts
copy restored_jobs (job) from stdin;

-- src/foundation/backup/saved-file.ts
copy revocations (saying_id, at, by) from stdin;

-- src/foundation/backup/saved-file.ts
copy revocations (saying_id, at, by) to stdout;

-- src/foundation/backup/saved-file.ts
copy sayings (id, at, same, pairs, by, reason) from stdin;

-- src/foundation/backup/saved-file.ts
copy sayings (id, at, same, pairs, by, reason) to stdout;

-- src/foundation/backup/saved-file.ts
copy settings (name, value) from stdin;

-- src/foundation/backup/saved-file.ts
copy settings (name, value) to stdout;

-- src/foundation/backup/saved-file.ts
copy shifts (id, staff_id, place_id, starts_at, ends_at) from stdin;

-- src/foundation/backup/saved-file.ts
copy shifts (id, staff_id, place_id, starts_at, ends_at) to stdout;

-- src/foundation/backup/saved-file.ts
copy staff (id, code, name, email, role, place_id, per_gesture_minor, per_month_minor, left_at, simulated) from stdin;

-- src/foundation/backup/saved-file.ts
copy staff (id, code, name, email, role, place_id, per_gesture_minor, per_month_minor, left_at, simulated) to stdout;

-- src/foundation/backup/saved-file.ts
copy touches (identity_id, at, id, others, said_as, source, touchpoint_id, visit, place_id, staff_id, channel, status, text, currency, amount_minor, promised_at, delivered_at, wait_promised_seconds, wait_actual_seconds, wait_perceived_seconds, expected_at, facts, asked, cancelled) from stdin;

-- src/foundation/backup/saved-file.ts
copy touches (identity_id, at, id, others, said_as, source, touchpoint_id, visit, place_id, staff_id, channel, status, text, currency, amount_minor, promised_at, delivered_at, wait_promised_seconds, wait_actual_seconds, wait_perceived_seconds, expected_at, facts, asked, cancelled) to stdout;

-- src/foundation/backup/saved-file.ts
copy touchpoints (id, valid_from, valid_until, code, name, lens, stage, element, channel, visit, partner, heals) from stdin;

-- src/foundation/backup/saved-file.ts
copy touchpoints (id, valid_from, valid_until, code, name, lens, stage, element, channel, visit, partner, heals) to stdout;

-- src/foundation/backup/saved-file.ts
copy verdicts (identity_id, at, touch_id, promise_id, verdict, due_at, evidence, place_id, touchpoint_id) from stdin;

-- src/foundation/backup/saved-file.ts
copy verdicts (identity_id, at, touch_id, promise_id, verdict, due_at, evidence, place_id, touchpoint_id) to stdout;

-- src/foundation/backup/saved-jobs.ts
delete from graphile_worker._private_jobs;

-- src/foundation/backup/saved-jobs.ts
select graphile_worker.add_job(job->>'task', (job->'payload')::json, queue_name => job->>'queue',
  run_at => (job->>'run_at')::timestamptz, max_attempts => (job->>'max_attempts')::int,
  job_key => job->>'key', priority => (job->>'priority')::int)
from restored_jobs;

-- src/foundation/counted.ts
delete from counted where since < $1::timestamptz;

-- src/foundation/counted.ts
insert into counted (since, what, times)
select $1::timestamptz, what, times
from unnest($2::text[], $3::bigint[]) as added (what, times)
order by what collate "C"
on conflict (since, what) do update set times = counted.times + excluded.times
returning what, times;

-- src/foundation/jobs.ts
select graphile_worker.add_job($1::text, $2::json,
  run_at => $3::timestamptz, job_key => $4::text);

-- src/foundation/key.ts
insert into settings (name, value) values ('key fingerprint', $1::jsonb)
on conflict do nothing;

-- src/foundation/key.ts
select value from settings where name = 'key fingerprint';

-- src/foundation/lost-jobs.ts
select graphile_worker.force_unlock_workers($1::text[]);

-- src/foundation/lost-jobs.ts
select set_config('application_name', $1, false);

-- src/foundation/lost-jobs.ts
with living as (
  select substr(application_name, $1) as worker
  from pg_stat_activity where datname = current_database() and application_name like $2
)
select distinct locked_by as worker from graphile_worker.jobs
where locked_at < $3::timestamptz and locked_by not in (select worker from living);

-- src/installation.ts
select checksum from migrations where file = $1;

-- src/installation.ts
select current_setting('server_version_num')::int / 10000 as major,
       current_setting('server_encoding') as encoding,
       pg_is_in_recovery() as standby,
       coalesce(has_schema_privilege(current_schema(), 'create'), false) as writable,
       current_database() as database;

-- src/installation.ts
select exists (select from pg_extension where extname = 'citus') as clustered;

-- src/installation.ts
select file from migrations where not file = any($1::text[]) order by file collate "C";

-- src/installation.ts
select pg_advisory_xact_lock($1);

-- src/name-search.ts
select code from places where id = $1;

-- src/recognition/arrivals.ts
select id, kind from identities where id = any($1::uuid[]);

-- src/recognition/arrivals.ts
select identity_id as identity
from touches
where identity_id = any($1::uuid[]) and visit and not cancelled and at < $2::timestamptz - interval '3 hours'
  and (expected_at is null or expected_at < $3::timestamptz)
group by identity_id;

-- src/recognition/arrivals.ts
select identity_id as identity, at, expected_at as "expectedAt", staff_id as "staffId", touchpoint_id as "touchpointId"
from touches
where place_id = $1 and expected_at > $2::timestamptz - interval '30 minutes'
  and expected_at < $3::timestamptz + interval '1 day' and at <= $4::timestamptz and not cancelled
order by expected_at, identity_id, at, id
limit $5;

-- src/recognition/arrivals.ts
select identity_id as identity, at, null::timestamptz as "expectedAt", staff_id as "staffId", touchpoint_id as "touchpointId"
from touches
where place_id = $1 and at > $2::timestamptz - interval '2 hours' and at <= $3::timestamptz
  and visit and not cancelled and expected_at is null
order by at desc, identity_id, id
limit $4;

-- src/recognition/found.ts
select distinct a as id, b as other, refusal ->> 'because' as because
from evidence
where a = any($1::uuid[]) and refusal is not null and sort = 1
order by id, other, because
limit 200;

-- src/recognition/found.ts
select id, kind, value, shared, customer_id as customer, members::text as members
from identities
where id = any($1::uuid[]);

-- src/recognition/gather.ts
with seen as materialized (
  select id, at, visit, touchpoint_id, place_id, staff_id, expected_at, cancelled
  from touches
  where identity_id = any($1::uuid[]) and at <= $2::timestamptz
  order by at desc, identity_id, id
  limit 400
),
bought as (
  select touch_id, item_id
  from lines
  where identity_id = any($1::uuid[]) and at <= $2::timestamptz and at >= (select min(at) from seen) and quantity > 0
),
judged as (
  select identity_id as identity, touch_id as touch, at, promise_id as promise, touchpoint_id as touchpoint, verdict,
    due_at as "dueAt", evidence ->> 'says' as says
  from verdicts
  where identity_id = any($1::uuid[]) and at <= $2::timestamptz
    and (verdict = 'broken' or (verdict = 'unknown' and due_at is not null))
  order by at desc, identity_id, touch_id, promise_id
  limit 50
),
told as (
  select id, name, value, source, scope, 1000 * date_part('epoch', first_observed_at) as since,
    1000 * date_part('epoch', observed_at) as "observedAt", 1000 * date_part('epoch', fresh_until) as "freshUntil"
  from facts
  where identity_id = any($1::uuid[]) and first_observed_at <= $2::timestamptz
),
known as (
  select id, kind, scope, value, shared, 1000 * date_part('epoch', first_seen) as "firstSeen"
  from identities
  where id = any($1::uuid[])
)
select
  (select string_agg(concat(date_part('epoch', at), ' ', id, ' ', touchpoint_id, ' ', place_id, ' ', staff_id, ' ',
    visit, ' ', date_part('epoch', expected_at)), '/') from seen where not cancelled) as seen,
  (select string_agg(concat(touch_id, ' ', item_id), '/') from bought) as bought,
  (select json_agg(judged) from judged) as judged,
  (select json_agg(told) from told) as told,
  (select json_agg(known) from known) as known;

-- src/recognition/memory.ts
select id, role, place_id as "placeId", per_gesture_minor as "perGestureMinor", per_month_minor as "perMonthMinor",
  left_at as "leftAt"
from staff;

-- src/recognition/memory.ts
select min(scope collate "C") as scope from identities
where kind in (1, 2, 7, 8) and kind = $1 and scope collate "C" > $2;

-- src/recognition/memory.ts
select staff_id as "staffId", place_id as "placeId"
from shifts
where starts_at > $1::timestamptz - interval '36 hours' and starts_at <= $2::timestamptz and ends_at > $3::timestamptz
order by id;

-- src/recognition/ranked-people.ts
select identity_id as identity, max(at) as at
from touches
where identity_id = any($1::uuid[]) and at <= $2::timestamptz and not cancelled
group by identity_id;

-- src/recognition/recognise.ts
select distinct a as id, b as other, refusal ->> 'because' as because
from evidence
where a = any($1::uuid[]) and refusal is not null and sort = 1
order by id, other, because
limit 200;

-- src/recognition/recognise.ts
select id, kind, value, shared, customer_id as customer, members::text as members
from identities
where id = any($1::uuid[]);

-- src/staff/access/access-changed.ts
select pg_notify($1, '');

-- src/staff/access/accounts.ts
select count(*) as others
from accounts join staff on staff.id = accounts.staff_id
where staff.role = 'administrator' and staff.left_at is null and accounts.password is not null
  and staff.id <> $1::uuid;

-- src/staff/access/accounts.ts
select pg_advisory_xact_lock($1);

-- src/staff/access/invitation.ts
delete from invitations where token_hash = $1 and expires_at > $2::timestamptz
returning staff_id as "staffId";

-- src/staff/access/invitation.ts
insert into accounts (staff_id, made_at) values ($1::uuid, $2::timestamptz) on conflict do nothing;

-- src/staff/access/invitation.ts
insert into invitations (staff_id, token_hash, expires_at)
values ($1::uuid, $2, $3::timestamptz)
on conflict (staff_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at;

-- src/staff/access/invitation.ts
select staff_id from invitations where token_hash = $1 and expires_at > $2::timestamptz;

-- src/staff/access/invitation.ts
update accounts set password = $1, password_at = $2::timestamptz where staff_id = $3::uuid;

-- src/staff/access/me.ts
select staff.id, staff.name, staff.email, staff.role, places.code as place,
       exists (select 1 from places where simulated) as simulated
from staff left join places on places.id = staff.place_id
where staff.id = $1::uuid;

-- src/staff/access/session.ts
delete from sessions where staff_id = $1::uuid and expires_at <= $2::timestamptz;

-- src/staff/access/session.ts
delete from sessions where staff_id = $1::uuid;

-- src/staff/access/session.ts
delete from sessions where token_hash = $1;

-- src/staff/access/session.ts
insert into sessions (token_hash, staff_id, started_at, seen_at, expires_at)
values ($1, $2::uuid, $3::timestamptz, $4::timestamptz, $5::timestamptz);

-- src/staff/access/session.ts
select staff.id, staff.name, staff.role, staff.place_id as "placeId",
       sessions.seen_at as "seenAt", sessions.started_at as "startedAt"
from sessions join staff on staff.id = sessions.staff_id
where sessions.token_hash = $1 and sessions.expires_at > $2::timestamptz and staff.left_at is null;

-- src/staff/access/session.ts
update sessions set seen_at = $1::timestamptz, expires_at = $2::timestamptz
where token_hash = $3;

-- src/staff/access/set-up-code.ts
delete from settings where name = 'set-up codes';

-- src/staff/access/set-up-code.ts
insert into settings (name, value) values ('set-up codes', $1::jsonb)
on conflict (name) do update set value = excluded.value;

-- src/staff/access/set-up-code.ts
select value from settings where name = 'set-up codes';

-- src/staff/access/set-up-needed.ts
select not exists (select 1 from accounts) as needed;

-- src/staff/access/set-up-owner.ts
insert into accounts (staff_id, password, made_at, password_at)
values ($1::uuid, $2, $3::timestamptz, $4::timestamptz);

-- src/staff/access/set-up-owner.ts
insert into places (id, code, name, zone, region, currency)
values ($1::uuid, $2, $3, $4, $5, $6)
on conflict (id) do update set name = excluded.name, zone = excluded.zone, region = excluded.region, currency = excluded.currency;

-- src/staff/access/sign-in.ts
select accounts.staff_id as "staffId", accounts.password
from accounts join staff on staff.id = accounts.staff_id
where staff.email = $1 and staff.left_at is null;

-- src/staff/keys/actor-of-key.ts
select id, name, may, source from keys where key_hash = $1 and revoked_at is null;

-- src/staff/keys/add-key.ts
insert into keys (id, name, may, source, key_hash, made_at, made_by)
values ($1::uuid, $2, $3, $4, $5, $6::timestamptz, $7)
on conflict (name) where revoked_at is null do nothing;

-- src/staff/keys/keys.ts
select name, may, source, made_at as "madeAt", revoked_at as "revokedAt"
from keys order by made_at desc, id;

-- src/staff/keys/lend-key.ts
delete from keys where name = $1 and revoked_at is null;

-- src/staff/keys/revoke-key.ts
update keys set revoked_at = $1::timestamptz where name = $2 and revoked_at is null;

-- src/staff/looks.ts
select id, at, actor_kind as kind, actor_id as "actorId", actor_name as name, customer_id as customer, why, fields
from audit
where (at, id) < ($1::timestamptz, $2::uuid)
  and ($3::uuid is null or customer_id = $4::uuid)
order by at desc, id desc
limit $5;

-- src/staff/people/add-staff.ts
select staff_id from accounts where staff_id = $1::uuid;

-- src/staff/people/change-staff.ts
delete from invitations where staff_id = $1::uuid;

-- src/staff/people/change-staff.ts
update staff set left_at = coalesce(left_at, $1::timestamptz) where id = $2::uuid;

-- src/staff/people/change-staff.ts
update staff set left_at = null where id = $1::uuid;

-- src/staff/people/change-staff.ts
update staff set name = $1, email = $2, role = $3, place_id = place_id,
  per_gesture_minor = $4, per_month_minor = $5
where id = $6::uuid;

-- src/staff/people/colleagues.ts
select staff.id, staff.name, staff.role, places.code as place, staff.left_at as "leftAt"
from staff left join places on places.id = staff.place_id
order by staff.name collate "C", staff.id;

-- src/staff/people/place-id.ts
select id from places where code = $1;

-- src/staff/people/save-staff.ts
insert into staff (id, code, name, email, role, place_id, per_gesture_minor, per_month_minor)
values ($1::uuid, $2, $3, $4, $5, $6::uuid,
        $7, $8)
on conflict (id) do update set name = excluded.name, email = excluded.email, role = excluded.role,
  place_id = excluded.place_id, per_gesture_minor = excluded.per_gesture_minor,
  per_month_minor = excluded.per_month_minor, left_at = null;

-- src/staff/people/staff.ts
select staff.id, staff.code, staff.name, staff.email, staff.role, places.code as place,
       staff.per_gesture_minor as "perGestureMinor", staff.per_month_minor as "perMonthMinor",
       case when accounts.staff_id is null then 'no' when accounts.password is null then 'invited' else 'yes' end as "signsIn",
       staff.left_at as "leftAt", staff.simulated
from staff
left join places on places.id = staff.place_id
left join accounts on accounts.staff_id = staff.id order by staff.name collate "C", staff.id;

-- src/staff/people/staff.ts
select staff.id, staff.code, staff.name, staff.email, staff.role, places.code as place,
       staff.per_gesture_minor as "perGestureMinor", staff.per_month_minor as "perMonthMinor",
       case when accounts.staff_id is null then 'no' when accounts.password is null then 'invited' else 'yes' end as "signsIn",
       staff.left_at as "leftAt", staff.simulated
from staff
left join places on places.id = staff.place_id
left join accounts on accounts.staff_id = staff.id where staff.id = $1::uuid;

-- src/staff/shifts/check-in.ts
delete from shifts where id = $1::uuid and starts_at >= $2::timestamptz;

-- src/staff/shifts/check-in.ts
insert into shifts (id, staff_id, place_id, starts_at, ends_at)
values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::timestamptz);

-- src/staff/shifts/check-in.ts
select id from shifts
where staff_id = $1::uuid and place_id = $2::uuid
  and starts_at < $3::timestamptz and ends_at > $4::timestamptz
order by starts_at, id limit 1;

-- src/staff/shifts/check-in.ts
select id from staff where id = $1::uuid and left_at is null for update;

-- src/staff/shifts/check-in.ts
update shifts set ends_at = $1::timestamptz
where id = $2::uuid and starts_at < $3::timestamptz and ends_at > $4::timestamptz;

-- src/staff/shifts/on-shift.ts
select shifts.id, staff.id as staff, staff.name, places.code as place,
       shifts.starts_at as "startsAt", shifts.ends_at as "endsAt"
from shifts
join staff on staff.id = shifts.staff_id
join places on places.id = shifts.place_id
where shifts.starts_at <= $1::timestamptz and shifts.ends_at > $2::timestamptz
  and staff.left_at is null and ($3::text is null or places.code = $4)
order by staff.name collate "C", shifts.id;

-- src/staff/shifts/on-shift.ts
select shifts.id, staff.id as staff, staff.name, places.code as place, places.id as "placeId",
       shifts.starts_at as "startsAt", shifts.ends_at as "endsAt"
from shifts
join staff on staff.id = shifts.staff_id
join places on places.id = shifts.place_id
where shifts.id = $1::uuid;

-- src/touchpoints/asks/count-asks.ts
select channel as key, channel, place_id as "placeId", count(*) as contacts, count(asked) as told,
  coalesce(sum(cardinality(asked)), 0)::int8 as asked
from touches
where at >= $1::timestamptz and at < $2::timestamptz
 and not cancelled
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
select channel as key, channel, place_id as "placeId", count(*) as contacts, count(asked) as told,
  coalesce(sum(cardinality(asked)), 0)::int8 as asked
from touches
where at >= $1::timestamptz and at < $2::timestamptz
and channel = $3
 and not cancelled
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
select channel as key, channel, place_id as "placeId", count(*) as told, count(*) as asked
from asks
where at >= $1::timestamptz and at < $2::timestamptz
and channel = $3
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
select channel as key, channel, place_id as "placeId", count(*) as told, count(*) as asked
from asks
where at >= $1::timestamptz and at < $2::timestamptz
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
select place_id::text as key, channel, place_id as "placeId", count(*) as contacts, count(asked) as told,
  coalesce(sum(cardinality(asked)), 0)::int8 as asked
from touches
where at >= $1::timestamptz and at < $2::timestamptz
 and not cancelled
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
select place_id::text as key, channel, place_id as "placeId", count(*) as told, count(*) as asked
from asks
where at >= $1::timestamptz and at < $2::timestamptz
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
select to_char(date_trunc('week', at at time zone $1), 'YYYY-MM-DD') as key, channel, place_id as "placeId", count(*) as contacts, count(asked) as told,
  coalesce(sum(cardinality(asked)), 0)::int8 as asked
from touches
where at >= $2::timestamptz and at < $3::timestamptz
 and not cancelled
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
select to_char(date_trunc('week', at at time zone $1), 'YYYY-MM-DD') as key, channel, place_id as "placeId", count(*) as told, count(*) as asked
from asks
where at >= $2::timestamptz and at < $3::timestamptz
group by 1, 2, 3;

-- src/touchpoints/asks/count-asks.ts
with of_one as (
  select '' as key, identity_id, count(*) as often
  from reasks
  where at >= $1::timestamptz and at < $2::timestamptz
  group by 1, 2
)
select key, sum(often)::int8 as reasks, sum(often * often)::int8 as squares from of_one group by 1;

-- src/touchpoints/asks/count-asks.ts
with of_one as (
  select '' as key, identity_id, count(*) as often
  from reasks
  where at >= $1::timestamptz and at < $2::timestamptz
and channel = $3
  group by 1, 2
)
select key, sum(often)::int8 as reasks, sum(often * often)::int8 as squares from of_one group by 1;

-- src/touchpoints/asks/count-asks.ts
with of_one as (
  select channel as key, identity_id, count(*) as often
  from reasks
  where at >= $1::timestamptz and at < $2::timestamptz
  group by 1, 2
)
select key, sum(often)::int8 as reasks, sum(often * often)::int8 as squares from of_one group by 1;

-- src/touchpoints/asks/count-asks.ts
with of_one as (
  select channel as key, identity_id, count(*) as often
  from reasks
  where at >= $1::timestamptz and at < $2::timestamptz
and channel = $3
  group by 1, 2
)
select key, sum(often)::int8 as reasks, sum(often * often)::int8 as squares from of_one group by 1;

-- src/touchpoints/asks/count-asks.ts
with of_one as (
  select place_id::text as key, identity_id, count(*) as often
  from reasks
  where at >= $1::timestamptz and at < $2::timestamptz
  group by 1, 2
)
select key, sum(often)::int8 as reasks, sum(often * often)::int8 as squares from of_one group by 1;

-- src/touchpoints/asks/count-asks.ts
with of_one as (
  select to_char(date_trunc('week', at at time zone $1), 'YYYY-MM-DD') as key, identity_id, count(*) as often
  from reasks
  where at >= $2::timestamptz and at < $3::timestamptz
  group by 1, 2
)
select key, sum(often)::int8 as reasks, sum(often * often)::int8 as squares from of_one group by 1;

-- src/touchpoints/asks/report-ask.ts
insert into asks (identity_id, id, at, fact, channel, place_id, source)
values ($1, $2, $3::timestamptz, $4, $5, $6, $7)
on conflict (identity_id, id) do nothing;

-- src/touchpoints/asks/report-ask.ts
select id from identities where id = $1;

-- src/touchpoints/asks/report-ask.ts
select id from places where id = $1;

-- src/touchpoints/asks/rows.ts
select identity_id as identity, at, at::text as exactly, id, min(channel collate "C") as channel,
  min(place_id::text collate "C") as "placeId", min(source collate "C") as source,
  json_agg(json_build_object('fact', fact, 'since', known_since, 'source', known_from) order by fact collate "C") as again
from reasks
where at >= $1::timestamptz and at < $2::timestamptz
  and (at, identity_id, id) < ($3::timestamptz, $4::uuid, $5::uuid)
group by identity_id, at, id
order by at desc, identity_id desc, id desc
limit $6;

-- src/touchpoints/asks/rows.ts
select identity_id as identity, at, at::text as exactly, id, min(channel collate "C") as channel,
  min(place_id::text collate "C") as "placeId", min(source collate "C") as source,
  json_agg(json_build_object('fact', fact, 'since', known_since, 'source', known_from) order by fact collate "C") as again
from reasks
where at >= $1::timestamptz and at < $2::timestamptz
and channel = $3
group by identity_id, at, id
order by at desc, identity_id desc, id desc
limit $4;

-- src/touchpoints/asks/rows.ts
select identity_id as identity, at, at::text as exactly, id, min(channel collate "C") as channel,
  min(place_id::text collate "C") as "placeId", min(source collate "C") as source,
  json_agg(json_build_object('fact', fact, 'since', known_since, 'source', known_from) order by fact collate "C") as again
from reasks
where at >= $1::timestamptz and at < $2::timestamptz
and place_id = $3
group by identity_id, at, id
order by at desc, identity_id desc, id desc
limit $4;

-- src/touchpoints/asks/rows.ts
select identity_id as identity, at, at::text as exactly, id, min(channel collate "C") as channel,
  min(place_id::text collate "C") as "placeId", min(source collate "C") as source,
  json_agg(json_build_object('fact', fact, 'since', known_since, 'source', known_from) order by fact collate "C") as again
from reasks
where at >= $1::timestamptz and at < $2::timestamptz
and place_id is null
group by identity_id, at, id
order by at desc, identity_id desc, id desc
limit $3;

-- src/touchpoints/asks/rows.ts
select identity_id as identity, at, at::text as exactly, id, min(channel collate "C") as channel,
  min(place_id::text collate "C") as "placeId", min(source collate "C") as source,
  json_agg(json_build_object('fact', fact, 'since', known_since, 'source', known_from) order by fact collate "C") as again
from reasks
where at >= $1::timestamptz and at < $2::timestamptz
group by identity_id, at, id
order by at desc, identity_id desc, id desc
limit $3;

-- src/touchpoints/asks/store-reasks.ts
copy reasks (identity_id, at, id, fact, channel, place_id, source, known_since, known_from) from stdin;

-- src/touchpoints/asks/store-reasks.ts
delete from reasks where identity_id = any($1::uuid[]);

-- src/touchpoints/catalogue/add-places.ts
insert into places (id, code, name, zone, region, currency)
select id, code, code, $1, $2, $3
from unnest($4::uuid[], $5::text[]) as arriving(id, code)
order by id
on conflict do nothing;

-- src/touchpoints/catalogue/add-staff.ts
insert into staff (id, code, name)
select id, code, code
from unnest($1::uuid[], $2::text[]) as arriving(id, code)
order by id
on conflict do nothing;

-- src/touchpoints/catalogue/add-touchpoints.ts
insert into promises (id, valid_from, touchpoint_id, wording, rule)
select id, $1::timestamptz, touchpoint_id, wording, rule
from jsonb_to_recordset($2::jsonb)
  as promised(id uuid, touchpoint_id uuid, wording text, rule jsonb)
order by id
on conflict (id, valid_from) do nothing;

-- src/touchpoints/catalogue/add-touchpoints.ts
insert into touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit, heals)
select id, $1::timestamptz, code, name, lens, stage, element, channel, visit, heals
from jsonb_to_recordset($2::jsonb)
  as arriving(id uuid, code text, name text, lens text, stage text, element text, channel text, visit boolean,
    heals boolean)
order by id
on conflict (id, valid_from) do nothing
returning code;

-- src/touchpoints/catalogue/describe-place.ts
insert into places (id, code, name, zone, region, currency)
values ($1, $2, $3, $4, $5, $6)
on conflict (id) do update set
  name = excluded.name, zone = excluded.zone, region = excluded.region, currency = excluded.currency
returning id, code, name, zone, region, currency;

-- src/touchpoints/catalogue/describe-place.ts
select id, code, name, zone, region, currency from places where code = $1 for update;

-- src/touchpoints/catalogue/describe-touchpoint.ts
insert into touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit, heals, partner)
values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (id, valid_from) do update set
  name = excluded.name, lens = excluded.lens, stage = excluded.stage, element = excluded.element,
  channel = excluded.channel, visit = excluded.visit, heals = excluded.heals, partner = excluded.partner
returning id, code, name, lens, stage, element, channel, visit, heals, partner,
  valid_from as "validFrom", valid_until as "validUntil";

-- src/touchpoints/catalogue/describe-touchpoint.ts
update touchpoints set valid_until = $1::timestamptz
where id = $2 and valid_until is null and valid_from < $3::timestamptz;

-- src/touchpoints/catalogue/history.ts
insert into catalogue_changes (id, at, by, what, about, before, after, touchpoint_id, place_id, since)
values ($1, $2, $3, $4, $5, $6, $7,
  $8, $9, $10);

-- src/touchpoints/catalogue/history.ts
select at, by, what, before, after from catalogue_changes
where about = $1 and touchpoint_id is not null
order by at desc, id
limit 200;

-- src/touchpoints/catalogue/installation.ts
insert into settings (name, value)
select name, to_jsonb(value)
from unnest($1::text[], $2::text[]) as settled(name, value)
on conflict (name) do update set value = excluded.value;

-- src/touchpoints/catalogue/installation.ts
select name, value from settings where name in ('zone', 'region', 'currency');

-- src/touchpoints/catalogue/known-codes.ts
select 'touchpoint' as what, id, null as name, null::timestamptz as "namedAt" from touchpoints
where id = any($1::uuid[]) and valid_until is null
union all select 'place', id, null, null from places where id = any($2::uuid[])
union all select 'staff', id, null, null from staff where id = any($3::uuid[])
union all select 'item', id, name, named_at from items where id = any($4::uuid[]);

-- src/touchpoints/catalogue/list-catalogue.ts
select code, name, zone, region, currency, simulated from places order by name collate "C", code collate "C";

-- src/touchpoints/catalogue/locked-touchpoint.ts
select id, code, name, lens, stage, element, channel, visit, heals, partner,
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
  $5::timestamptz[]
) as arriving(id, source, code, name, named_at) order by id
  on conflict (id) do nothing;

-- src/touchpoints/catalogue/name-items.ts
  update items set name = arriving.name, named_at = arriving.named_at
  from unnest(
  $1::uuid[],
  $2::text[],
  $3::text[],
  $4::text[],
  $5::timestamptz[]
) as arriving(id, source, code, name, named_at)
  where items.id = arriving.id and arriving.name is not null
    and (items.name is null
      or (arriving.named_at, arriving.name collate "C") > (items.named_at, items.name collate "C"));

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
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
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints  order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises  order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places ) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff where id = any($1::uuid[])) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items where id = any($2::uuid[])) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
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
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints where id = any($1::uuid[]) order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises where touchpoint_id = any($2::uuid[]) order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places ) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff ) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items where id = any($3::uuid[])) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints where id = any($1::uuid[]) order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises where touchpoint_id = any($2::uuid[]) order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places ) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff where id = any($3::uuid[])) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items where id = any($4::uuid[])) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints where id = any($1::uuid[]) order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises where touchpoint_id = any($2::uuid[]) order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places where id = any($3::uuid[])) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff ) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items where id = any($4::uuid[])) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/read-catalogue.ts
select
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints where id = any($1::uuid[]) order by id, valid_from) as row) as touchpoints,
  (select coalesce(jsonb_agg(row), '[]') from (
    select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
    from promises where touchpoint_id = any($2::uuid[]) order by id, valid_from) as row) as promises,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, zone, region, currency from places where id = any($3::uuid[])) as row) as places,
  (select coalesce(jsonb_agg(row), '[]') from (select id, code, name, place_id as "placeId" from staff where id = any($4::uuid[])) as row) as staff,
  (select coalesce(jsonb_agg(row), '[]') from (select id, source, code, name from items where id = any($5::uuid[])) as row) as items,
  (select coalesce(jsonb_agg(row), '[]') from (select name, value from settings where name in ('zone', 'region', 'currency')) as row) as settings;

-- src/touchpoints/catalogue/retire-promise.ts
delete from promises where id = $1;

-- src/touchpoints/catalogue/retire-promise.ts
select id, wording, rule, valid_from as "validFrom" from promises
where id = $1 and touchpoint_id = $2 and valid_until is null;

-- src/touchpoints/filing/asked.ts
insert into verdicts (identity_id, at, touch_id, promise_id, verdict, evidence, place_id, touchpoint_id)
select * from unnest(
  $1::uuid[], $2::timestamptz[],
  $3::uuid[], $4::uuid[],
  $5::text[], $6::jsonb[],
  $7::uuid[], $8::uuid[])
on conflict (identity_id, at, touch_id, promise_id) do update set
  verdict = excluded.verdict, evidence = excluded.evidence;

-- src/touchpoints/filing/asked.ts
select id, kind, scope, first_seen as since from identities where id = any($1::uuid[]);

-- src/touchpoints/filing/asked.ts
select identity_id as identity, at, id, asked as facts, channel, place_id as "placeId", source, false as reported,
  touchpoint_id as "touchpointId"
from touches
where identity_id = any($1::uuid[]) and asked is not null and not cancelled
union all
select identity_id, at, id, array[fact], channel, place_id, source, true, null
from asks
where identity_id = any($2::uuid[]);

-- src/touchpoints/filing/asked.ts
select identity_id as identity, name, source, first_observed_at as since, fresh_until as "freshUntil"
from facts where identity_id = any($1::uuid[]);

-- src/touchpoints/filing/asked.ts
select members from identities where id = any($1::uuid[]);

-- src/touchpoints/filing/filed-touch.ts
select id, kind, scope, value from identities where id = any($1::uuid[]);

-- src/touchpoints/filing/filed-touch.ts
select identity_id, at, id, others, said_as, source, touchpoint_id, place_id, staff_id, channel, status, text, currency,
  amount_minor, promised_at, delivered_at, expected_at, wait_promised_seconds, wait_actual_seconds,
  wait_perceived_seconds, facts, asked, cancelled
from touches join unnest(
$1::uuid[],
$2::timestamptz[],
$3::uuid[]) as filed (identity_id, at, id) using (identity_id, at, id);

-- src/touchpoints/filing/filed-touch.ts
select touch_id, key::text as key, item_id, quantity, amount_minor, version, content::text as content
from lines join unnest(
$1::uuid[],
$2::timestamptz[],
$3::uuid[]) as filed (identity_id, at, id) on lines.identity_id = filed.identity_id and lines.at = filed.at and lines.touch_id = filed.id;

-- src/touchpoints/filing/receipts.ts
insert into receipts (id, cancelled_by)
select id, cancelled_by::uuid[] from unnest(
  $1::uuid[],
  $2::text[]) as noted (id, cancelled_by);

-- src/touchpoints/filing/receipts.ts
insert into receipts (id, identity_id, at, version, content, parts, cancels, cancelled_by)
select id, identity_id, at, version, content, parts, cancels, cancelled_by::uuid[] from unnest(
  $1::uuid[],
  $2::uuid[],
  $3::timestamptz[],
  $4::timestamptz[],
  $5::uuid[],
  $6::jsonb[],
  $7::uuid[],
  $8::text[]
) as written (id, identity_id, at, version, content, parts, cancels, cancelled_by)
on conflict (id) do update set
  identity_id = excluded.identity_id, at = excluded.at, version = excluded.version, content = excluded.content,
  parts = excluded.parts, cancels = excluded.cancels, cancelled_by = excluded.cancelled_by;

-- src/touchpoints/filing/receipts.ts
insert into receipts (id, identity_id, at, version, content, parts, cancels, cancelled_by)
select id, identity_id, at, version, content, parts, cancels, cancelled_by::uuid[] from unnest(
  $1::uuid[],
  $2::uuid[],
  $3::timestamptz[],
  $4::timestamptz[],
  $5::uuid[],
  $6::jsonb[],
  $7::uuid[],
  $8::text[]
) as written (id, identity_id, at, version, content, parts, cancels, cancelled_by);

-- src/touchpoints/filing/receipts.ts
select id, identity_id, at, version, content, parts, cancels, cancelled_by
from receipts where id = any($1::uuid[]) order by id for update;

-- src/touchpoints/filing/receipts.ts
update receipts set version = greatest(receipts.version, confirmed.version), parts = confirmed.parts
from unnest(
  $1::uuid[],
  $2::timestamptz[],
  $3::jsonb[]
) as confirmed (id, version, parts)
where receipts.id = confirmed.id;

-- src/touchpoints/filing/store.ts
  delete from lines using unnest(
$1::uuid[],
$2::timestamptz[],
$3::uuid[]) as filed (identity_id, at, id)
  where lines.identity_id = filed.identity_id and lines.at = filed.at and lines.touch_id = filed.id;

-- src/touchpoints/filing/store.ts
  delete from reasks using unnest(
$1::uuid[],
$2::timestamptz[],
$3::uuid[]) as filed (identity_id, at, id)
  where reasks.identity_id = filed.identity_id and reasks.at = filed.at and reasks.id = filed.id;

-- src/touchpoints/filing/store.ts
  delete from touches using unnest(
$1::uuid[],
$2::timestamptz[],
$3::uuid[]) as filed (identity_id, at, id)
  where touches.identity_id = filed.identity_id and touches.at = filed.at and touches.id = filed.id;

-- src/touchpoints/filing/store.ts
  delete from verdicts using unnest(
$1::uuid[],
$2::timestamptz[],
$3::uuid[]) as filed (identity_id, at, id)
  where verdicts.identity_id = filed.identity_id and verdicts.at = filed.at and verdicts.touch_id = filed.id;

-- src/touchpoints/filing/store.ts
copy lines (identity_id, at, touch_id, key, item_id, quantity, amount_minor, version, content) from stdin;

-- src/touchpoints/filing/store.ts
copy touches (identity_id, at, id, others, said_as, source, touchpoint_id, visit, place_id, staff_id, channel, status, text,
currency, amount_minor, promised_at, delivered_at, wait_promised_seconds, wait_actual_seconds, wait_perceived_seconds,
expected_at, facts, asked, cancelled) from stdin;

-- src/touchpoints/filing/store.ts
insert into changes (at, identities) values ($1, $2::uuid[]);

-- src/touchpoints/filing/store.ts
select pg_notify('changes', '');

-- src/touchpoints/ledger/count-verdicts.ts
select place_id::text as key, min(touchpoint_id::text) as "touchpointId",
  count(*) filter (where verdict = 'kept') as kept,
  count(*) filter (where verdict = 'broken') as broken,
  count(*) filter (where verdict = 'unknown') as unknown
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
group by 1
order by 1;

-- src/touchpoints/ledger/count-verdicts.ts
select promise_id::text as key, min(touchpoint_id::text) as "touchpointId",
  count(*) filter (where verdict = 'kept') as kept,
  count(*) filter (where verdict = 'broken') as broken,
  count(*) filter (where verdict = 'unknown') as unknown
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
and place_id = $3
group by 1
order by 1;

-- src/touchpoints/ledger/count-verdicts.ts
select promise_id::text as key, min(touchpoint_id::text) as "touchpointId",
  count(*) filter (where verdict = 'kept') as kept,
  count(*) filter (where verdict = 'broken') as broken,
  count(*) filter (where verdict = 'unknown') as unknown
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
group by 1
order by 1;

-- src/touchpoints/ledger/count-verdicts.ts
select to_char(date_trunc('week', at at time zone $1), 'YYYY-MM-DD') as key, min(touchpoint_id::text) as "touchpointId",
  count(*) filter (where verdict = 'kept') as kept,
  count(*) filter (where verdict = 'broken') as broken,
  count(*) filter (where verdict = 'unknown') as unknown
from verdicts
where at >= $2::timestamptz and at < $3::timestamptz
group by 1
order by 1;

-- src/touchpoints/ledger/count-verdicts.ts
select touchpoint_id::text as key, min(touchpoint_id::text) as "touchpointId",
  count(*) filter (where verdict = 'kept') as kept,
  count(*) filter (where verdict = 'broken') as broken,
  count(*) filter (where verdict = 'unknown') as unknown
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
group by 1
order by 1;

-- src/touchpoints/ledger/rows.ts
select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
  evidence, place_id as "placeId", touchpoint_id as "touchpointId"
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
  and (at, identity_id, touch_id, promise_id) < ($3::timestamptz, $4::uuid, $5::uuid, $6::uuid)
order by at desc, identity_id desc, touch_id desc, promise_id desc
limit $7;

-- src/touchpoints/ledger/rows.ts
select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
  evidence, place_id as "placeId", touchpoint_id as "touchpointId"
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
  and verdict = $3
order by at desc, identity_id desc, touch_id desc, promise_id desc
limit $4;

-- src/touchpoints/ledger/rows.ts
select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
  evidence, place_id as "placeId", touchpoint_id as "touchpointId"
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
and place_id = $3
order by at desc, identity_id desc, touch_id desc, promise_id desc
limit $4;

-- src/touchpoints/ledger/rows.ts
select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
  evidence, place_id as "placeId", touchpoint_id as "touchpointId"
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
and promise_id = $3
  and verdict = $4
order by at desc, identity_id desc, touch_id desc, promise_id desc
limit $5;

-- src/touchpoints/ledger/rows.ts
select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
  evidence, place_id as "placeId", touchpoint_id as "touchpointId"
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
and promise_id = $3
order by at desc, identity_id desc, touch_id desc, promise_id desc
limit $4;

-- src/touchpoints/ledger/rows.ts
select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
  evidence, place_id as "placeId", touchpoint_id as "touchpointId"
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
and touchpoint_id = $3
order by at desc, identity_id desc, touch_id desc, promise_id desc
limit $4;

-- src/touchpoints/ledger/rows.ts
select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
  evidence, place_id as "placeId", touchpoint_id as "touchpointId"
from verdicts
where at >= $1::timestamptz and at < $2::timestamptz
order by at desc, identity_id desc, touch_id desc, promise_id desc
limit $3;

-- src/touchpoints/promise/judge-again.ts
delete from verdicts using unnest(
$1::uuid[], $2::timestamptz[],
$3::uuid[]) as place (identity_id, at, id)
where verdicts.identity_id = place.identity_id and verdicts.at = place.at and verdicts.touch_id = place.id;

-- src/touchpoints/promise/judge-again.ts
select id from receipts where id = any($1::uuid[]) and cancels is not null;

-- src/touchpoints/promise/judge-again.ts
select id, touchpoint_id as "touchpointId", place_id as "placeId", since from catalogue_changes
where judged_at is null and since is not null and at <= $1::timestamptz
order by at, id
limit 100;

-- src/touchpoints/promise/judge-again.ts
update catalogue_changes set judged_at = $1::timestamptz where id = $2;

-- src/touchpoints/promise/judge-again.ts
update touches set visit = $1
from unnest(
$2::uuid[], $3::timestamptz[],
$4::uuid[]) as place (identity_id, at, id)
where touches.identity_id = place.identity_id and touches.at = place.at and touches.id = place.id;

-- src/touchpoints/promise/judge-what-fell-due.ts
select identity_id as identity, at, touch_id as touch, promise_id as promise, due_at as "dueAt" from verdicts
where verdict = 'unknown' and due_at <= $1::timestamptz
  and (due_at, identity_id, at, touch_id, promise_id) >
    ($2::timestamptz, $3::uuid, $4::timestamptz, $5::uuid,
      $6::uuid)
order by due_at, identity_id, at, touch_id, promise_id
limit $7;

-- src/touchpoints/promise/judge-what-fell-due.ts
update verdicts set verdict = judged.verdict, due_at = judged.due_at, evidence = judged.evidence
from unnest(
  $1::uuid[], $2::timestamptz[],
  $3::uuid[], $4::uuid[],
  $5::timestamptz[],
  $6::text[], $7::timestamptz[],
  $8::jsonb[]
) as judged (identity_id, at, touch_id, promise_id, was_due, verdict, due_at, evidence)
where verdicts.identity_id = judged.identity_id and verdicts.at = judged.at and verdicts.touch_id = judged.touch_id
  and verdicts.promise_id = judged.promise_id
  and verdicts.verdict = 'unknown' and verdicts.due_at = judged.was_due;

-- src/touchpoints/promise/standing-touches.ts
select identity_id as identity, at, id, touchpoint_id as "touchpointId", place_id as "placeId", visit, status,
  cancelled, promised_at as "promisedAt", delivered_at as "deliveredAt", wait_promised_seconds as promised,
  wait_actual_seconds as actual, wait_perceived_seconds as perceived, asked
from touches where identity_id = any($1::uuid[]) and at = any($2::timestamptz[])
  and id = any($3::uuid[]);

-- src/touchpoints/promise/standing-touches.ts
select identity_id as identity, at, id, touchpoint_id as "touchpointId", place_id as "placeId", visit, status,
  cancelled, promised_at as "promisedAt", delivered_at as "deliveredAt", wait_promised_seconds as promised,
  wait_actual_seconds as actual, wait_perceived_seconds as perceived, asked
from touches where place_id = $1 and at >= $2::timestamptz
  and (identity_id, at, id) > ($3::uuid, $4::timestamptz, $5::uuid)
order by identity_id, at, id
limit $6;

-- src/touchpoints/promise/standing-touches.ts
select identity_id as identity, at, id, touchpoint_id as "touchpointId", place_id as "placeId", visit, status,
  cancelled, promised_at as "promisedAt", delivered_at as "deliveredAt", wait_promised_seconds as promised,
  wait_actual_seconds as actual, wait_perceived_seconds as perceived, asked
from touches where touchpoint_id = $1 and at >= $2::timestamptz
  and (identity_id, at, id) > ($3::uuid, $4::timestamptz, $5::uuid)
order by identity_id, at, id
limit $6;

-- src/touchpoints/promise/store-verdicts.ts
copy verdicts (identity_id, at, touch_id, promise_id, verdict, due_at, evidence, place_id, touchpoint_id) from stdin;

-- src/touchpoints/timeline/about-touches.ts
select touch_id as touch, item_id as "itemId", quantity, amount_minor as "amountMinor"
from lines
where identity_id = any($1::uuid[]) and touch_id = any($2::uuid[])
  and at between $3::timestamptz and $4::timestamptz
order by touch_id, key;

-- src/touchpoints/timeline/about-touches.ts
select touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt", evidence
from verdicts
where identity_id = any($1::uuid[]) and touch_id = any($2::uuid[])
  and at between $3::timestamptz and $4::timestamptz
order by touch_id, promise_id;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where at <= $1::timestamptz
  and at >= $2::timestamptz
  and at < $3::timestamptz
  order by at desc, identity_id desc, id desc
  limit $4;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where at <= $1::timestamptz
  and place_id = $2
  and exists (
  select 1 from verdicts
  where verdicts.identity_id = touches.identity_id and verdicts.at = touches.at and verdicts.touch_id = touches.id
    and verdicts.verdict = $3)
  order by at desc, identity_id desc, id desc
  limit $4;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where at <= $1::timestamptz
  and place_id = $2
  order by at desc, identity_id desc, id desc
  limit $3;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where at <= $1::timestamptz
  and staff_id = any($2::uuid[])
  order by at desc, identity_id desc, id desc
  limit $3;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where at <= $1::timestamptz
  and touchpoint_id = $2
  order by at desc, identity_id desc, id desc
  limit $3;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where at <= $1::timestamptz
  order by at desc, identity_id desc, id desc
  limit $2;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where identity_id = any($1::uuid[])
  order by at desc, identity_id desc, id desc
  limit $2;

-- src/touchpoints/timeline/touch-rows.ts
  select
identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
wait_perceived_seconds as perceived, asked, cancelled
  from touches
  where identity_id = any($1::uuid[]) and (at, identity_id, id) < ($2::timestamptz, $3::uuid, $4::uuid)
  order by at desc, identity_id desc, id desc
  limit $5;

-- src/town/settle.ts
insert into accounts (staff_id, password, made_at, password_at)
select id, $1, $2, $3 from unnest($4::uuid[]) as hired (id)
on conflict (staff_id) do nothing;

-- src/town/settle.ts
insert into places (id, code, name, zone, region, currency, simulated)
select id, code, name, zone, region, currency, true from unnest(
  $1::uuid[], $2::text[],
  $3::text[], $4::text[],
  $5::text[], $6::text[]
) as built (id, code, name, zone, region, currency)
on conflict (id) do nothing;

-- src/town/settle.ts
insert into shifts (id, staff_id, place_id, starts_at, ends_at)
select * from unnest(
  $1::uuid[], $2::uuid[],
  $3::uuid[], $4::timestamptz[],
  $5::timestamptz[])
on conflict (id) do nothing;

-- src/town/settle.ts
insert into staff (id, code, name, email, role, place_id, per_gesture_minor, per_month_minor, simulated)
select id, code, name, email, role, place_id, per_gesture, 10 * per_gesture, true from unnest(
  $1::uuid[], $2::text[], $3::text[],
  $4::text[], $5::text[],
  $6::uuid[],
  $7::bigint[]
) as hired (id, code, name, email, role, place_id, per_gesture)
on conflict (id) do nothing;

-- src/town/settle.ts
select distinct code from promises join touchpoints on touchpoints.id = promises.touchpoint_id;
