create table sale_line (
    business_date date not null,
    document_key bigint not null,
    document_no text not null,
    line_no int not null,
    store_code text not null,
    store_name text not null,
    item_code text not null,
    item_name text not null,
    qty numeric(18, 4) not null,
    net_amount numeric(18, 4) not null,
    tax_amount numeric(18, 4) not null,
    margin_amount numeric(18, 4) not null
);
