-- The sums of a table's amounts and quantities, by month.
select
    line.month_key as month_key,
    sum(columns('^((.*_)?amount|(.*_)?qty)$')),
from query_table($table_name) as line
group by line.month_key
order by line.month_key;
