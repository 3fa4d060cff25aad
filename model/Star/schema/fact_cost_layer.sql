-- One row per movement into a depot of which something is left there, first in, first out: how old
-- stock is (库龄). Reversed documents brought nothing. Σ remaining of a depot and item is its stock
-- and what that is worth; where goods are lacking there are no rows. Sorted by depot_id, item_id,
-- received_at, document_key, line_no.
create table fact_cost_layer (
    document_key bigint not null,
    line_no integer not null,
    document_no varchar not null,
    document_kind varchar not null,
    depot_id bigint not null,
    store_id bigint not null,
    item_key bigint not null,
    item_id bigint not null,
    batch_id bigint not null,
    batch_no varchar not null,
    batch_end_date date,
    party_key bigint not null,
    party_id bigint not null,
    counter_location varchar not null,
    received_date date not null,
    received_at timestamp not null,
    received_qty decimal(18, 4) not null,
    received_value_amount decimal(22, 4) not null,
    remaining_qty decimal(18, 4) not null,
    remaining_value_amount decimal(22, 4) not null,
);
