-- One row per month, store, department, channel, and what marks a line: fact_sales summed.
-- period_date is the month's first day.
create table rollup_sales_month_store (
    month_key integer not null,
    period_date date not null,
    store_id bigint not null,
    department_id bigint not null,
    channel_id bigint not null,
    is_member boolean not null,
    is_promoted boolean not null,
    is_insured boolean not null,
    is_return boolean not null,
    line_purpose varchar not null,
    qty decimal(18, 4) not null,
    list_amount decimal(18, 4) not null,
    net_amount decimal(18, 4) not null,
    tax_amount decimal(18, 4) not null,
    gross_amount decimal(18, 4) not null,
    discount_amount decimal(18, 4) not null,
    cost_amount decimal(18, 4) not null,
    margin_amount decimal(18, 4) not null,
    management_cost_amount decimal(18, 4) not null,
    ticket_count integer not null,
);
