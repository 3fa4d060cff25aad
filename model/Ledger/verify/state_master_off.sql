-- Masters whose current version is not the one that is looked up, and look-ups of no master.
with current_master as (
    select
        'category' as kind, category_code as code, category_id as id, max(version_id) as version_id
    from category
    group by category_code, category_id
    union all
    select 'item', item_code, item_id, max(version_id)
    from item
    group by item_code, item_id
    union all
    select 'party', party_code, party_id, max(version_id)
    from party
    group by party_code, party_id
    union all
    select 'store', store_code, store_id, max(version_id)
    from store
    group by store_code, store_id
    union all
    select 'employee', employee_code, employee_id, max(version_id)
    from employee
    group by employee_code, employee_id
)

select current_master.kind, current_master.code
from current_master
left join state_master
    on state_master.kind = current_master.kind and state_master.code = current_master.code
where
    coalesce(state_master.id, 0) <> current_master.id
    or coalesce(state_master.version_id, 0) <> current_master.version_id
union all
select state_master.kind, state_master.code
from state_master
left join current_master
    on state_master.kind = current_master.kind and state_master.code = current_master.code
where current_master.code is null;
