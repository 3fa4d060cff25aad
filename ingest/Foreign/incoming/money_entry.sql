-- What a mapping gives of the money side of documents, debit positive; those of a document come to
-- nothing, but for balances and open items from before the first document (is_opening), which stand
-- against equity one by one. Not null: needed; the others may be left out.
create temp table incoming_money_entry (
    row_no bigint not null,
    document_id bigint not null,
    line_no bigint not null,
    account_code varchar not null,
    amount decimal(18, 4) not null,
    party_code varchar,
    due_date date,
    origin_date date,
    tax_amount decimal(18, 4),
    is_opening boolean,
);
