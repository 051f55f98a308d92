-- What each desk handed in within two weeks: names, for notices to find, and the copy, for a person to correct. A
-- projection of copy.received.
create table known_article (
    uri          text primary key,
    desk         text        not null,
    provider_id  text,
    slugline_key text        not null,
    headline     text        not null,
    content      bytea       not null,
    content_type text,
    received_at  timestamptz not null
);

create index known_article_by_age on known_article (received_at);
create index known_article_by_slugline on known_article (desk, slugline_key);
create index known_article_by_provider_id on known_article (desk, lower(provider_id));
create index known_article_by_headline on known_article (desk, lower(headline));

-- Notices that name no story for certain, until a person says which one they mean. A projection of copy.received, but
-- for the decisions.
create table notice (
    receipt_id   uuid primary key,
    desk         text        not null,
    notice_order text        not null,
    headline     text        not null,
    text         text        not null,
    names        text[]      not null,
    content_type text,
    file_name    text,
    content      bytea       not null,
    received_at  timestamptz not null,
    decided_at   timestamptz,
    -- the article that it was bound to; null where it was set aside
    decided_uri  text,
    decision_receipt_id uuid
);

create index notice_undecided on notice (desk, received_at) where decided_at is null;
