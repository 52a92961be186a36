-- A card shows promises that were broken and those that are still open. Most other verdicts that are not kept are of waits
-- that nobody measured: of a town of a million they were three quarters of this index, and a page each to every card.
drop index verdicts_not_kept;
create index verdicts_telling on verdicts (identity_id, at)
  where verdict = 'broken' or (verdict = 'unknown' and due_at is not null);
