-- No fact and no dimension may have lost more than a tenth of the rows of the served generation.
-- Where it lost them rightly, say so: 'analytics snapshot --accept-shrink'. Layers go as their
-- goods are sold, and days that come to nothing join their neighbours: those tables may shrink.
select
    counted.table_name as table_name,
    counted.served_rows as served_rows,
    counted.built_rows as built_rows,
from staging_row_count as counted
where
    counted.built_rows * 10 < counted.served_rows * 9
    and counted.table_name not in (
        'fact_cost_layer', 'fact_daily_stock', 'fact_daily_batch_stock'
    )
order by counted.table_name;
