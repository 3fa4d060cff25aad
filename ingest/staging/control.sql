-- What the Ledger counted, by month and measure; ×10⁴ but for the lines.
create temp table staging_control (
    month_key bigint not null,
    measure varchar not null,
    total bigint not null,
);
