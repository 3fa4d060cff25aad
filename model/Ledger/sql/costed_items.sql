-- Items that moved, with the cost class of their latest version.
with latest as (
    select item_id, max(version_id) as version_id
    from item
    group by item_id
),

latest_class as (
    select cost_class_id, max(version_id) as version_id
    from cost_class
    group by cost_class_id
)

select
    moved.item_id,
    coalesce(cost_class.method, 'moving_average') as method,
    coalesce(cost_class.is_company_wide, 0) as is_company_wide
from (select distinct item_id from stock_movement) as moved
left join latest on latest.item_id = moved.item_id
left join item on item.version_id = latest.version_id
left join latest_class on latest_class.cost_class_id = item.cost_class_id
left join cost_class on cost_class.version_id = latest_class.version_id
order by moved.item_id;
