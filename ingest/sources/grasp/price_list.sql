-- The preset prices of goods (预设售价), a list each, and the retail price.
select 'preprice1' as price_list_code, '预设售价一' as price_list_name
union all
select 'preprice2' as price_list_code, '预设售价二' as price_list_name
union all
select 'preprice3' as price_list_code, '预设售价三' as price_list_name
union all
select 'preprice4' as price_list_code, '零售价' as price_list_name
order by price_list_code;
