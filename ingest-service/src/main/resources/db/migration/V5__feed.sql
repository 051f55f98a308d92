-- The feeds that are read for desks, and what is known of each.
create table feed (
    id               uuid primary key,
    desk             text        not null,
    url              text        not null,
    interval_seconds int         not null,
    etag             text,
    last_modified    text,
    -- the next look; the feed is leased to the instance that moves it
    next_at          timestamptz not null,
    failures         int         not null default 0,
    last_error       text,
    last_success_at  timestamptz,
    stopped          boolean     not null default false,
    -- WebSub: the hub and topic that the feed offers, the secret and lease of our subscription
    hub              text,
    topic            text,
    secret           text,
    lease_until      timestamptz,
    unique (desk, url)
);

create index feed_by_next on feed (next_at) where not stopped;

-- What each item looked like when it was last handed in, so that only new and changed ones are.
create table feed_item (
    feed    uuid   not null references feed (id) on delete cascade,
    guid    text   not null,
    sha256  text   not null,
    version bigint not null,
    primary key (feed, guid)
);
