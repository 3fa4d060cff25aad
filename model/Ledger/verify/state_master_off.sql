-- Masters whose current version is not the one that is looked up, and look-ups of no master.
with current_master as (
    select
        'category' as kind, category_code as code, category_id as id, max(version_id) as version_id
    from category
    group by category_code, category_id
    union all
    select 'legal_entity', legal_entity_code, legal_entity_id, max(version_id)
    from legal_entity
    group by legal_entity_code, legal_entity_id
    union all
    select 'cost_class', cost_class_code, cost_class_id, max(version_id)
    from cost_class
    group by cost_class_code, cost_class_id
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
    select 'bin', bin_code, bin_id, max(version_id)
    from bin
    group by bin_code, bin_id
    union all
    select 'employee', employee_code, employee_id, max(version_id)
    from employee
    group by employee_code, employee_id
    union all
    select 'list_value', list_name || '/' || value_code, list_value_id, max(version_id)
    from list_value
    group by list_name, value_code, list_value_id
    union all
    select 'account', account_code, account_id, max(version_id)
    from account
    group by account_code, account_id
    union all
    select 'price_list', price_list_code, price_list_id, max(version_id)
    from price_list
    group by price_list_code, price_list_id
    union all
    select 'promotion', promotion_code, promotion_id, max(version_id)
    from promotion
    group by promotion_code, promotion_id
    union all
    select 'budget', budget_code, budget_id, max(version_id)
    from budget
    group by budget_code, budget_id
    union all
    select 'target', target_code, target_id, max(version_id)
    from target
    group by target_code, target_id
    union all
    select 'limit_rule', limit_rule_code, limit_rule_id, max(version_id)
    from limit_rule
    group by limit_rule_code, limit_rule_id
    union all
    select 'management_cost', management_cost_code, management_cost_id, max(version_id)
    from management_cost
    group by management_cost_code, management_cost_id
    union all
    select 'approval_rule', approval_rule_code, approval_rule_id, max(version_id)
    from approval_rule
    group by approval_rule_code, approval_rule_id
    union all
    select 'custom_field', custom_field_code, custom_field_id, max(version_id)
    from custom_field
    group by custom_field_code, custom_field_id
    union all
    select 'tender', tender_code, tender_id, max(version_id)
    from tender
    group by tender_code, tender_id
    union all
    select 'member_level', member_level_code, member_level_id, max(version_id)
    from member_level
    group by member_level_code, member_level_id
    union all
    select 'share_rule', share_rule_code, share_rule_id, max(version_id)
    from share_rule
    group by share_rule_code, share_rule_id
    union all
    select 'rebate_policy', rebate_policy_code, rebate_policy_id, max(version_id)
    from rebate_policy
    group by rebate_policy_code, rebate_policy_id
    union all
    select 'aging_band', aging_band_code, aging_band_id, max(version_id)
    from aging_band
    group by aging_band_code, aging_band_id
    union all
    select 'store_comparison', store_comparison_code, store_comparison_id, max(version_id)
    from store_comparison
    group by store_comparison_code, store_comparison_id
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
