-- Rows of the Ledger's status_change, with what they are a step of.
create temp table staging_status_change (
    seq bigint not null,
    line_no bigint not null,
    document_key varchar not null,
    status_before varchar not null,
    status_after varchar not null,
    note varchar not null,
    actor varchar not null,
    recorded_at bigint not null,
    local_at bigint not null,
    draft_kind varchar not null,
    draft_no varchar not null,
    posted_seq bigint not null,
    posted_kind varchar not null,
    posted_no varchar not null,
    reason_code varchar not null,
);
