-- Whether being met here puts right what went wrong before: the owner says, where the codes were asked so far.
alter table touchpoints add column heals boolean not null default false;
update touchpoints set heals = true where code in ('recovery', 'put right', 'apology', 'gesture');
