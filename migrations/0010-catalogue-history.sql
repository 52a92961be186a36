-- Who changed the catalogue, when, from what to what. Rows are added and never edited, but for judged_at.
-- since: touches from then on are judged again by what holds now; null where none has to be. judged_at: when they were.
create table catalogue_changes (
  id uuid primary key,
  at timestamptz not null,
  by text not null,
  what text not null,
  about text not null,
  before jsonb,
  after jsonb,
  touchpoint_id uuid,
  place_id uuid,
  since timestamptz,
  judged_at timestamptz
);
create index catalogue_changes_about on catalogue_changes (about, at);
create index catalogue_changes_unjudged on catalogue_changes (at) where judged_at is null and since is not null;
