-- How often a sign-in failed, counted under a keyed mark: of a name as it was typed (people type passwords there), of an
-- address, of both together, or of a device that is known for a person. Nothing of what was typed can be read from it.
create table sign_in_attempt (
    mark         varchar(43) not null primary key,
    failures     integer not null,
    counted_at   timestamp with time zone not null,
    closed_until timestamp with time zone,
    constraint sign_in_attempt_counted check (failures >= 0)
);
create index sign_in_attempt_by_age on sign_in_attempt (counted_at);
