-- One row per business day and item: fact_sales summed.
create table rollup_sales_day_item (
    month_key integer not null,
    business_date date not null,
    item_id bigint not null,
    qty decimal(18, 4) not null,
    list_amount decimal(18, 4) not null,
    net_amount decimal(18, 4) not null,
    tax_amount decimal(18, 4) not null,
    gross_amount decimal(18, 4) not null,
    discount_amount decimal(18, 4) not null,
    cost_amount decimal(18, 4) not null,
    margin_amount decimal(18, 4) not null,
    management_cost_amount decimal(18, 4) not null,
);
