-- Pictures that Carddesk drew itself, for the demo, are not read, because what stands on them is known. Any other page at
-- which no reader looked was left out by it, where there is one.
alter table proof_page add column known boolean default false not null;
