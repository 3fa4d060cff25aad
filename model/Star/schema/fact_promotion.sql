-- One row per posted sales line that a promotion changed, returns and reversals with the sign
-- turned: what it would have come to and what was given off. The lines of fact_sales that bear a
-- promotion. Sorted by business_date, store_id, document_key, line_no.
create table fact_promotion (
    document_key bigint not null,
    line_no integer not null,
    document_no varchar not null,
    document_kind varchar not null,
    business_date date not null,
    business_minute smallint not null,
    month_key integer not null,
    store_key bigint not null,
    store_id bigint not null,
    party_key bigint not null,
    party_id bigint not null,
    item_key bigint not null,
    item_id bigint not null,
    promotion_id bigint not null,
    qty decimal(18, 4) not null,
    list_amount decimal(18, 4) not null,
    discount_amount decimal(18, 4) not null,
    net_amount decimal(18, 4) not null,
    tax_amount decimal(18, 4) not null,
    gross_amount decimal(18, 4) not null,
    original_document_key bigint not null,
);
