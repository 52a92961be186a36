-- Who changed the catalogue, when, from what to what. Rows are added and never edited.
create table catalogue_changes (
  id uuid primary key,
  at timestamptz not null,
  by text not null,
  what text not null,
  about text not null,
  before jsonb,
  after jsonb
);
create index catalogue_changes_about on catalogue_changes (about, at);
