select
    (select count(*) from state_stock) as stock,
    (select count(*) from state_balance) as balance,
    (select count(*) from state_sale_line) as sale_line,
    (select count(*) from state_control) as control;
