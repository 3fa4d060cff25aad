-- One row per store and business day: each day a store is to trade, from the day it opened, or its
-- first document, to the last business day, and any other day it has documents of. The store is as
-- it is now.
create table fact_store_day (
    store_key bigint not null,
    store_id bigint not null,
    business_date date not null,
    month_key integer not null,
    document_count integer not null,
    sales_document_count integer not null,
    first_business_at timestamp,
    last_business_at timestamp,
    last_recorded_at timestamp,
    last_document_key bigint not null,
    close_document_key bigint not null,
    is_expected boolean not null,
    is_trading boolean not null,
    is_closed boolean not null,
    is_complete boolean not null,
    is_missing boolean not null,
);
