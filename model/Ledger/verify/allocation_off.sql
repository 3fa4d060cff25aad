-- Allocations across accounts, parties or sides, or before an item; and items settled, as of some
-- day, beyond their amount or below nothing.
with settled as (
    select debit_seq as seq, debit_line_no as line_no, business_date, amount
    from allocation
    union all
    select credit_seq, credit_line_no, business_date, amount
    from allocation
),

settled_on as (
    select seq, line_no, business_date, sum(amount) as amount
    from settled
    group by seq, line_no, business_date
),

settled_by as (
    select
        seq,
        line_no,
        business_date,
        sum(amount) over (partition by seq, line_no order by business_date) as amount
    from settled_on
)

select allocation.seq, allocation.line_no, allocation.amount
from allocation
left join open_item as debit
    on debit.seq = allocation.debit_seq and debit.line_no = allocation.debit_line_no
left join open_item as credit
    on credit.seq = allocation.credit_seq and credit.line_no = allocation.credit_line_no
where
    coalesce(debit.account, '') <> allocation.account
    or coalesce(credit.account, '') <> allocation.account
    or debit.party_id <> allocation.party_id
    or credit.party_id <> allocation.party_id
    or debit.amount <= 0
    or credit.amount >= 0
    or allocation.business_date < debit.business_date
    or allocation.business_date < credit.business_date
    or case when allocation.reverses_seq = -1 then 1 else -1 end * allocation.amount <= 0
union all
select settled_by.seq, settled_by.line_no, settled_by.amount
from settled_by
inner join open_item as item on item.seq = settled_by.seq and item.line_no = settled_by.line_no
where settled_by.amount < 0 or settled_by.amount > abs(item.amount);
