-- A content in the evidence store, by its address. Its row is locked while it is written or removed, so that nothing that
-- is being kept is taken for an orphan.
create table evidence_object (
    address     varchar(64)              not null primary key,
    bytes       bigint                   not null,
    -- Names the key under which it is sealed, and tells nothing else of it.
    sealed_with varchar(20)              not null,
    stored_at   timestamp with time zone not null,
    constraint evidence_object_bytes check (bytes > 0)
);

create index evidence_object_by_key on evidence_object (sealed_with, address);

-- The kept copy and the thumbnail of each page of a proof.
create table proof_page (
    proof     uuid        not null,
    page      integer     not null,
    width     integer     not null,
    height    integer     not null,
    copy      varchar(64) not null,
    thumbnail varchar(64) not null,
    primary key (proof, page),
    constraint proof_page_proof foreign key (proof) references proof (id) on delete cascade,
    constraint proof_page_copy foreign key (copy) references evidence_object (address),
    constraint proof_page_thumbnail foreign key (thumbnail) references evidence_object (address),
    constraint proof_page_extent check (page > 0 and width > 0 and height > 0)
);

create index proof_page_by_copy on proof_page (copy);
create index proof_page_by_thumbnail on proof_page (thumbnail);

-- How many pages are shown of a proof; none for a declaration and for a file of which no picture can be drawn here.
alter table proof add column pages integer default 0 not null;
update proof set pages = 1 where state <> 'UNOBTAINABLE';

-- What the file was that was given.
alter table proof add column file_type varchar(20);

-- The file as it was given, where it is kept at all.
alter table proof add column original varchar(64);
alter table proof add constraint proof_original foreign key (original) references evidence_object (address);
create index proof_by_original on proof (original);

-- How it came: over the desk, or by the customer's own one-time link.
alter table proof add column came_by varchar(10) default 'DESK' not null;
alter table proof add constraint proof_came_by_known check (came_by in ('DESK', 'LINK'));

alter table proof drop constraint proof_picture;
alter table proof add constraint proof_picture check (
    (state = 'UNOBTAINABLE' and sha256 is null and file_name is null and width = 0 and height = 0 and bytes = 0
        and pages = 0 and original is null)
    or (state <> 'UNOBTAINABLE' and sha256 is not null and bytes > 0
        and ((pages > 0 and width > 0 and height > 0)
            or (pages = 0 and width = 0 and height = 0 and original is not null))));
