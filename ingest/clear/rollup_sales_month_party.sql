-- Months that are added up anew.
delete from rollup_sales_month_party
where month_key in (select touched.month_key from staging_touched_sales as touched);
