create table person (
    id            uuid         not null primary key,
    username      varchar(64)  not null unique,
    name          varchar(120) not null,
    password_hash varchar(200),
    enabled       boolean      not null,
    language      varchar(2),
    theme         varchar(10)  not null,
    constraint person_signs_in_with_password check (not enabled or password_hash is not null)
);

create table person_role (
    person_id uuid        not null references person (id),
    role      varchar(20) not null,
    primary key (person_id, role),
    constraint person_role_known check (role = 'AGENT' or role = 'SUPERVISOR' or role = 'ADMINISTRATOR')
);

-- Carddesk itself, in whose name imports and retries act. It cannot sign in.
insert into person (id, username, name, password_hash, enabled, language, theme)
values ('00000000-0000-7000-8000-000000000000', 'carddesk', 'Carddesk', null, false, null, 'SYSTEM');
