-- What the card reads of a touch and of a line stands in the index: twenty visits are a few index pages, where the
-- table holds them on a page each, in the order in which they arrived.
alter table touches drop constraint touches_pkey,
  add primary key (identity_id, at, id) include (visit, cancelled, touchpoint_id, place_id, staff_id, expected_at);
alter table lines drop constraint lines_pkey,
  add primary key (identity_id, at, touch_id, key) include (item_id, quantity);

-- Failures and open promises: a few percent of all verdicts.
create index verdicts_not_kept on verdicts (identity_id, at) where verdict <> 'kept';

-- Households: evidence that joins nobody.
create index evidence_refused on evidence (a) where refusal is not null;

-- Which sources and programmes there are, for a code that comes without one: user id, loyalty, booking, device.
create index identities_scopes on identities (kind, scope collate "C") where kind in (1, 2, 7, 8);

-- Who is on shift, wherever.
create index shifts_starts on shifts (starts_at);

-- The desk's timeline and ledger, newest first.
create index touches_at on touches (at);
create index touches_touchpoint on touches (touchpoint_id, at);
create index verdicts_at on verdicts (at);
