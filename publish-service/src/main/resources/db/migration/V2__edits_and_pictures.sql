-- What editors have decided about tags and entities, the newest decision for each. Survives every later version.
create table edit (
    uri        text        not null,
    -- a tag's qcode or an entity's id
    id         text        not null,
    decided_at timestamptz not null,
    -- EnrichmentEdited in Avro's single-object encoding
    event      bytea       not null,
    primary key (uri, id)
);

-- The piece as enrichment left it, before the edits; null once killed, and in rows of older releases, which had none.
alter table story add column enriched bytea;

-- Another story has taken the place of this one: its page leads there.
alter table story drop constraint story_status_check;
alter table story add constraint story_status_check check (status in ('visible', 'withdrawn', 'killed', 'joined'));
alter table story add column joined_to text;
-- The story that this one is, written through, where only its text says so.
alter table story add column write_through_of text;
create index story_write_through on story (write_through_of) where write_through_of is not null;

-- Pictures of pieces that must not be seen yet: they are kept until their story is.
create table held_picture (
    uri    text not null references held on delete cascade,
    sha256 text not null,
    primary key (sha256, uri)
);
create index held_picture_uri on held_picture (uri);

-- Pictures that were killed: no story shows them again.
create table killed_picture (
    sha256    text primary key,
    killed_at timestamptz not null
);

-- Pictures of killed stories, whose files go from the media store unless another story has them.
create table picture_removal (
    sha256    text primary key,
    asked_at  timestamptz not null
);
