-- What was read on a page of a proof: single values only, never the text around them. A redemption code that was covered
-- leaves a line without a value, and so does a page that could not be read in time.
create table proof_finding (
    id           uuid        not null primary key,
    proof        uuid        not null,
    page         integer     not null,
    kind         varchar(20) not null,
    value_read   varchar(64),
    source       varchar(10),
    area_left    integer     not null,
    area_top     integer     not null,
    area_width   integer     not null,
    area_height  integer     not null,
    -- How likely it is what it is taken for, among those of its kind on the page: 1 is the likeliest.
    place        integer     not null,
    dismissed_at timestamp with time zone,
    dismissed_by uuid,
    constraint proof_finding_proof foreign key (proof) references proof (id) on delete cascade,
    constraint proof_finding_kind_known check (
        kind in ('SERIAL', 'PURCHASE_DATE', 'RECEIPT_NUMBER', 'TOTAL', 'COVERED_CODE', 'UNREAD')),
    constraint proof_finding_source_known check (source is null or source in ('BARCODE', 'TEXT')),
    constraint proof_finding_value check (
        (kind in ('COVERED_CODE', 'UNREAD') and value_read is null and source is null)
        or (kind not in ('COVERED_CODE', 'UNREAD') and value_read is not null and source is not null)),
    constraint proof_finding_area check (
        area_left >= 0 and area_top >= 0 and area_width > 0 and area_height > 0
        and area_left + area_width <= 10000 and area_top + area_height <= 10000),
    constraint proof_finding_place check (page > 0 and place > 0),
    constraint proof_finding_dismissed check ((dismissed_at is null) = (dismissed_by is null))
);

create index proof_finding_of_proof on proof_finding (proof);

-- The same receipt in other cases is found by what stands on it.
create index proof_finding_by_value on proof_finding (kind, value_read);
