-- Every text a supervisor wrote for a guide, and every return to the text that came with Carddesk (then it holds none).
-- The highest version counts; a guide without any is as it came.
create table guide_version (
    id             uuid                     not null primary key,
    slug           varchar(60)              not null,
    language       varchar(2)               not null,
    version_number integer                  not null,
    as_shipped     boolean                  not null,
    title          varchar(120),
    summary        varchar(240),
    keywords       varchar(600),
    body           varchar(6000),
    restored_from  integer,
    written_at     timestamp with time zone not null,
    written_by     uuid                     not null,
    constraint guide_version_once unique (slug, language, version_number),
    constraint guide_version_language check (language in ('EN', 'SV', 'NB', 'DA')),
    constraint guide_version_counts check (version_number > 0),
    constraint guide_version_title check (as_shipped = (title is null)),
    constraint guide_version_summary check (as_shipped = (summary is null)),
    constraint guide_version_keywords check (as_shipped = (keywords is null)),
    constraint guide_version_body check (as_shipped = (body is null))
);
comment on table guide_version is 'append-only: the texts of guides, version by version';
