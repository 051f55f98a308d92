-- What readers can see, could see, or may never see again. One row an article uri.
create table story (
    uri                text primary key,
    -- the public id in the page's address: derived from the uri, so that a rebuilt database gives the same one
    id                 text        not null unique,
    -- fixed at the first publication, so that the address outlives a new headline
    slug               text        not null,
    -- the fence: the newest version that has had its effect here
    version            bigint      not null,
    content_hash       text        not null,
    -- withdrawn may come back, killed never
    status             text        not null check (status in ('visible', 'withdrawn', 'killed')),
    section            text,
    section_slug       text,
    headline           text        not null,
    urgency            integer     not null,
    language           text        not null,
    received_at        timestamptz not null,
    -- the receipt that last changed this row
    receipt_id         text        not null,
    -- null where a kill came before its story
    first_published_at timestamptz,
    -- the last change that a reader can see
    updated_at         timestamptz not null,
    -- ArticleEnriched in Avro's single-object encoding; null once killed
    article            bytea
);

create index story_newest on story (first_published_at desc, uri) where status = 'visible';
create index story_section on story (section_slug, first_published_at desc, uri) where status = 'visible';
create index story_updated on story (updated_at);

-- For the pages of a tag, of an entity, and for serving pictures only while their story is visible.
create table story_tag (
    uri  text not null references story on delete cascade,
    slug text not null,
    primary key (slug, uri)
);
create index story_tag_uri on story_tag (uri);

create table story_entity (
    uri  text not null references story on delete cascade,
    type text not null,
    slug text not null,
    primary key (type, slug, uri)
);
create index story_entity_uri on story_entity (uri);

create table story_picture (
    uri    text not null references story on delete cascade,
    sha256 text not null,
    primary key (sha256, uri)
);
create index story_picture_uri on story_picture (uri);

-- The newest piece of a uri where it must not be seen yet. Nothing that serves readers looks in here.
create table held (
    uri        text primary key,
    version    bigint      not null,
    receipt_id text        not null,
    -- null: withheld until further notice
    release_at timestamptz,
    -- ArticleEnriched in Avro's single-object encoding
    article    bytea       not null
);
create index held_release on held (release_at) where release_at is not null;

-- How each receipt ended. Only held may still change.
create table settlement (
    receipt_id  text primary key,
    desk        text        not null,
    uri         text        not null,
    version     bigint      not null,
    settlement  text        not null,
    reason      text,
    received_at timestamptz not null,
    settled_at  timestamptz not null
);
create index settlement_uri on settlement (uri);

-- Everything that is told to others, in the order in which it became true.
create table publication_log (
    sequence   bigint primary key,
    topic      text        not null,
    key        text        not null,
    receipt_id text        not null,
    desk       text        not null,
    -- W3C traceparent of the piece in hand, carried on by the relay
    trace_parent text,
    -- the event in Avro's single-object encoding
    payload    bytea       not null,
    created_at timestamptz not null
);

-- The last sequence given. A locked row and not a PostgreSQL sequence: sequences must commit in the order in which they
-- are given, or a reader that has passed a gap would miss what later commits into it.
create table publication_head (
    only_row boolean primary key default true check (only_row),
    sequence bigint not null
);
insert into publication_head (sequence) values (0);

-- How far the log has been sent. Apart from the head, so that sending never waits for publishing.
create table relay_position (
    only_row boolean primary key default true check (only_row),
    sequence bigint not null
);
insert into relay_position (sequence) values (0);

-- Writer's schemas of the events kept above, by their CRC-64-AVRO fingerprint: an event written by an older release is
-- resolved to the present one by Avro's rules.
create table event_schema (
    fingerprint bigint primary key,
    schema      text not null
);
