-- A call-back may have a time and a person of its own; one without a time is due all day, for whoever has the case.
alter table support_case add column call_back_at timestamp with time zone;
alter table support_case add column call_back_by uuid;
-- When the person was told that it is due: set by whichever node does it.
alter table support_case add column call_back_told timestamp with time zone;
alter table support_case add constraint support_case_call_back check ((call_back_at is null) = (call_back_by is null));
create index support_case_by_call_back on support_case (call_back_by, call_back_at);
create index support_case_by_call_back_told on support_case (call_back_told, call_back_at);

-- The line that a line is about, such as the note that was taken back.
alter table case_timeline add column about uuid;
create index case_timeline_about on case_timeline (about);
