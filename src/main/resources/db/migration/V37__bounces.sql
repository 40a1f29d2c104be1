-- That a letter came back: the status code of the mail system (RFC 3463) and its own words, sealed because they may
-- repeat the address. Nothing of the returned letter itself. Delayed only says that the mail system still tries.
alter table letter add column bounce_status varchar(12);
alter table letter add column bounce_reason varchar(20);
alter table letter add column bounce_words varchar(3000);
alter table letter add column delayed_at timestamp with time zone;
alter table letter add constraint letter_bounce_reason_known check (bounce_reason in
    ('MAILBOX_UNKNOWN', 'MAILBOX_FULL', 'DOMAIN_UNKNOWN', 'REFUSED', 'OTHER'));
alter table letter add constraint letter_bounced_says_why check (state <> 'BOUNCED' or bounce_reason is not null);
