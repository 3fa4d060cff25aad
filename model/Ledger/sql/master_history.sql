-- The entries of a master: its versions, and erasures of a party, with their reason.
with step as (
    select version_id as seq, '' as reason
    from category
    where @kind = 'category' and category_id = @id
    union all
    select version_id, ''
    from legal_entity
    where @kind = 'legal_entity' and legal_entity_id = @id
    union all
    select version_id, ''
    from cost_class
    where @kind = 'cost_class' and cost_class_id = @id
    union all
    select version_id, ''
    from item
    where @kind = 'item' and item_id = @id
    union all
    select version_id, ''
    from party
    where @kind = 'party' and party_id = @id
    union all
    select version_id, ''
    from store
    where @kind = 'store' and store_id = @id
    union all
    select version_id, ''
    from bin
    where @kind = 'bin' and bin_id = @id
    union all
    select version_id, ''
    from employee
    where @kind = 'employee' and employee_id = @id
    union all
    select version_id, ''
    from list_value
    where @kind = 'list_value' and list_value_id = @id
    union all
    select version_id, ''
    from account
    where @kind = 'account' and account_id = @id
    union all
    select version_id, ''
    from price_list
    where @kind = 'price_list' and price_list_id = @id
    union all
    select version_id, ''
    from promotion
    where @kind = 'promotion' and promotion_id = @id
    union all
    select version_id, ''
    from budget
    where @kind = 'budget' and budget_id = @id
    union all
    select version_id, ''
    from target
    where @kind = 'target' and target_id = @id
    union all
    select version_id, ''
    from limit_rule
    where @kind = 'limit_rule' and limit_rule_id = @id
    union all
    select version_id, ''
    from management_cost
    where @kind = 'management_cost' and management_cost_id = @id
    union all
    select version_id, ''
    from approval_rule
    where @kind = 'approval_rule' and approval_rule_id = @id
    union all
    select version_id, ''
    from custom_field
    where @kind = 'custom_field' and custom_field_id = @id
    union all
    select version_id, ''
    from tender
    where @kind = 'tender' and tender_id = @id
    union all
    select version_id, ''
    from member_level
    where @kind = 'member_level' and member_level_id = @id
    union all
    select version_id, ''
    from share_rule
    where @kind = 'share_rule' and share_rule_id = @id
    union all
    select version_id, ''
    from rebate_policy
    where @kind = 'rebate_policy' and rebate_policy_id = @id
    union all
    select version_id, ''
    from aging_band
    where @kind = 'aging_band' and aging_band_id = @id
    union all
    select version_id, ''
    from store_comparison
    where @kind = 'store_comparison' and store_comparison_id = @id
    union all
    select seq, reason
    from party_erasure
    where @kind = 'party' and party_id = @id
)

select step.seq, entry.recorded_at, entry.actor, step.reason
from step
inner join entry on entry.seq = step.seq
order by step.seq;
