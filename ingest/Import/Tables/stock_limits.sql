-- Every limit of stock as it stands, a row each, in the order of its key.
select
    item.code,
    depot.code,
    limit_rule.min_qty,
    limit_rule.max_qty,
    limit_rule.is_active
from state_master
    join limit_rule on limit_rule.version_id = state_master.version_id
    join state_master as item on item.id = limit_rule.item_id and item.kind = 'item'
    join state_master as depot on depot.id = limit_rule.scope_id and depot.kind = 'store'
where state_master.kind = 'limit_rule' and limit_rule.limit_kind = 'stock'
order by state_master.code
