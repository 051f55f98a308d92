-- What became of every piece that was handed in: a projection of copy.received, copy.rejected, copy.settled and the
-- dead-letter topics. It may be dropped: reading the topics again from the start rebuilds it.
create table receipt (
    id          uuid primary key,
    desk        text        not null,
    uri         text,
    version     bigint,
    status      text        not null,
    url         text,
    reason      text,
    remedy      text,
    received_at timestamptz not null,
    settled_at  timestamptz,
    -- position of the settlement in the publication log; 0 before it. A later settlement replaces an earlier one.
    sequence    bigint      not null default 0
);

create index receipt_by_desk on receipt (desk, received_at desc);
