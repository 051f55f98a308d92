-- What was answered to a request with an Idempotency-Key, for a day. Without an answer yet, the receipt that the request
-- was given, so that the same request sent again is the same piece.
create table idempotency_key (
    desk        text        not null,
    key         text        not null,
    fingerprint text        not null,
    receipt_id  uuid        not null,
    received_at timestamptz not null,
    status      int,
    body        text,
    primary key (desk, key)
);

create index idempotency_key_by_age on idempotency_key (received_at);
