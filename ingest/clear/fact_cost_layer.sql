-- What changed is laid anew.
delete from fact_cost_layer as layer
using (
    select distinct change.depot_id as depot_id, change.item_id as item_id
    from staging_stock_change as change
    where change.is_new
) as touched
where touched.depot_id = layer.depot_id and touched.item_id = layer.item_id;
