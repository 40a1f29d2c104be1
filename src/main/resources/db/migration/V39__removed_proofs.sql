-- A picture that was taken out of its case is in nobody's sight from then on. For a while it can be put back as it was;
-- after that it goes with everything that was kept of it.
alter table proof add column removed_at timestamp with time zone;
alter table proof add column removed_by uuid;
-- When it was put back last: whatever was removed before that has not stood beside it.
alter table proof add column put_back_at timestamp with time zone;
alter table proof add constraint proof_removed check ((removed_at is null) = (removed_by is null));
alter table proof add constraint proof_removed_picture check (removed_at is null or state <> 'UNOBTAINABLE');
create index proof_by_removal on proof (removed_at);

comment on column case_timeline.about is 'what the line is about: the note that was taken back, or a proof';
