-- A region of a page that proves the point, in ten-thousandths of the page's width and height.
create table proof_mark (
    id          uuid                     not null primary key,
    proof       uuid                     not null,
    page        integer                  not null,
    area_left   integer                  not null,
    area_top    integer                  not null,
    area_width  integer                  not null,
    area_height integer                  not null,
    note        varchar(200),
    made_at     timestamp with time zone not null,
    made_by     uuid                     not null,
    constraint proof_mark_page foreign key (proof, page) references proof_page (proof, page) on delete cascade,
    constraint proof_mark_area check (
        area_left >= 0 and area_top >= 0 and area_width > 0 and area_height > 0
        and area_left + area_width <= 10000 and area_top + area_height <= 10000)
);

create index proof_mark_of_page on proof_mark (proof, page, made_at);

-- How often the kept pictures of a proof were changed, which is whenever a region was covered by hand. Part of their
-- address, so that nobody is shown what a browser remembers.
alter table proof add column revision integer default 0 not null;
