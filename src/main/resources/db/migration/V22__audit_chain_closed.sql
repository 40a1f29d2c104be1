-- Every event now stands in its chain, and no place in a chain is given twice: the database refuses a fork.
alter table audit_event alter column stream set not null;
alter table audit_event alter column seq set not null;
alter table audit_event alter column form set not null;
alter table audit_event alter column previous_hash set not null;
alter table audit_event alter column event_hash set not null;
alter table audit_event add constraint audit_event_place unique (stream, seq);
create index audit_event_by_person on audit_event (acted_by, at, id);
create index audit_event_by_act on audit_event (act, at, id);
