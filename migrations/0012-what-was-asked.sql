-- What goes stale says until when it is fresh (src/customers/facts/freshness.ts); what was stored so far is dated by the
-- same rule, once.
update facts set fresh_until = observed_at + interval '365 days'
where name in ('address', 'street', 'street2', 'streetNumber', 'city', 'region', 'postcode', 'country', 'company', 'employer',
  'jobTitle', 'occupation', 'diet', 'dietaryNeeds');
update facts set scope = 'visit', fresh_until = observed_at + interval '6 hours'
where name in ('partySize', 'numberOfGuests', 'guests', 'covers', 'children', 'table', 'tableNumber', 'seatNumber', 'room',
  'roomNumber', 'arrivalTime', 'departureTime', 'booking', 'bookingCode', 'orderNumber', 'occasion', 'luggage', 'topic',
  'reason');
update facts set fresh_until = observed_at + interval '730 days'
where fresh_until is null and name not in ('name', 'forename', 'surname', 'middleName', 'nickname', 'sayIt', 'pronunciation',
  'title', 'gender', 'language', 'birthDate', 'birthYear', 'birthPlace', 'nationalId', 'allergies', 'allergy', 'email',
  'phone', 'loyalty', 'card');

-- What somebody reported to have asked, beside what touches say: under the identity that was named. id: the hash of the
-- report's own key, or of all that it says, so that the same report is kept once.
create table asks (
  identity_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  fact text not null,
  channel text not null,
  place_id uuid,
  source text not null,
  primary key (identity_id, id)
);
create index asks_at on asks (at);

-- What of all that was asked, by reports and by touches, was known already. Derived: judged again whenever the customer or
-- what was known changes. id: the report's or the touch's.
create table reasks (
  identity_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  fact text not null,
  channel text not null,
  place_id uuid,
  source text not null,
  known_since timestamptz not null,
  known_from text not null,
  primary key (identity_id, at, id, fact)
);
create index reasks_at on reasks (at);
