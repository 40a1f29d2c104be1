-- Drafts are sealed like notes, and sealed texts are longer than clear ones.
alter table case_draft alter column draft_value set data type varchar(18000);
