-- The first and the last day that have movements; no row where nothing moved yet.
select
    (select min(movement.business_at / 86400000) from stock_movement as movement) as first_day,
    (select max(movement.business_at / 86400000) from stock_movement as movement) as last_day
where exists (select 1 from stock_movement);
