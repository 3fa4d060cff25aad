select
    (select count(*) from state_balance) as balance,
    (select count(*) from state_control) as control;
