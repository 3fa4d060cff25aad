-- One row per step in the life of a document or voucher beyond its posting at once: kept as a
-- draft, handed in for approval, approved, sent back, posted after that, reversed or terminated.
-- document_id is the document's own, over all its steps. Sorted by document_key, line_no.
create table fact_approval (
    document_key bigint not null,
    line_no integer not null,
    business_date date not null,
    month_key integer not null,
    recorded_at timestamp not null,
    document_id varchar not null,
    document_kind varchar not null,
    document_no varchar not null,
    posted_document_key bigint not null,
    approval_step varchar not null,
    status_before varchar not null,
    status_after varchar not null,
    actor varchar not null,
    reason_code varchar not null,
    note varchar not null,
);
