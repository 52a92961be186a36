-- The name index asks for what was changed by transactions that were still running when it last read.
create index changes_transaction on changes (transaction);
