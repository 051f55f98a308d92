-- The ledger: one row a receipt, so that what came in can be held against what came out. A projection of the topics; it
-- may be dropped, and reading the topics again from the start rebuilds it.
create table receipt (
    id          uuid primary key,
    desk        text        not null,
    received_at timestamptz not null,
    -- null while the piece is in flight
    settlement  text,
    settled_at  timestamptz,
    -- position of the settlement in the publication log; 0 before it
    sequence    bigint      not null default 0
);

create index receipt_by_desk on receipt (desk, settlement);

create table dead_letter (
    topic          text        not null,
    partition      int         not null,
    record_offset  bigint      not null,
    record_key     text,
    transaction_id text,
    desk           text,
    reason         text        not null,
    at             timestamptz not null,
    primary key (topic, partition, record_offset)
);
