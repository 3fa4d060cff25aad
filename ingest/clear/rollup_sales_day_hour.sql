-- Days that are added up anew.
delete from rollup_sales_day_hour
where business_date in (select touched.business_date from staging_touched_sales as touched);
