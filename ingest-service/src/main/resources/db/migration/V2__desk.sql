-- The desks that may hand in copy. A desk is closed, never deleted: what it handed in keeps its name.
create table desk (
    name              text primary key,
    source            text,
    zone              text,
    language          text,
    section           text,
    doors             text[]      not null,
    pieces_per_minute int,
    -- the longest that the desk is silent while all is well
    cadence_seconds   bigint,
    ssh_keys          text[]      not null default '{}',
    created_at        timestamptz not null,
    closed_at         timestamptz
);

-- Keys are kept as their SHA-256 only. While one is rotated, the old one may live on for a while.
create table desk_key (
    sha256     text primary key,
    desk       text        not null references desk (name),
    created_at timestamptz not null,
    expires_at timestamptz
);

create index desk_key_by_desk on desk_key (desk);
