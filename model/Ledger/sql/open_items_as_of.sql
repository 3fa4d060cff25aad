-- Open items of an account as of the end of a business day; of one party, or of all where party_id
-- is −2. What is left has the sign of the amount.
with settled as (
    select debit_seq as seq, debit_line_no as line_no, -amount as change
    from allocation
    where
        account = @account
        and business_date <= @as_of
        and (@party_id = -2 or party_id = @party_id)
    union all
    select credit_seq, credit_line_no, amount
    from allocation
    where
        account = @account
        and business_date <= @as_of
        and (@party_id = -2 or party_id = @party_id)
),

change_of_item as (
    select seq, line_no, cast(sum(change) as bigint) as change
    from settled
    group by seq, line_no
)

select
    item.seq,
    item.line_no,
    item.party_id,
    coalesce(document.kind, '') as kind,
    coalesce(document.document_no, '') as document_no,
    coalesce(document.store_id, -1) as store_id,
    coalesce(document.employee_id, -1) as employee_id,
    item.business_date,
    item.due_date,
    item.origin_date,
    item.amount,
    item.amount + coalesce(change_of_item.change, 0) as remaining,
    coalesce(party.party_code, '') as party_code,
    coalesce(named.party_name, '') as party_name,
    coalesce(store.store_code, '') as store_code
from open_item as item
left join change_of_item
    on change_of_item.seq = item.seq and change_of_item.line_no = item.line_no
left join document as document on document.seq = item.seq
left join party on party.version_id = item.party_id
left join state_master as known_party
    on known_party.kind = 'party' and known_party.code = party.party_code
left join party_private as named on named.version_id = known_party.version_id
left join store on store.version_id = document.store_id
where
    item.account = @account
    and item.business_date <= @as_of
    and (@party_id = -2 or item.party_id = @party_id)
    and item.amount + coalesce(change_of_item.change, 0) <> 0
order by item.party_id, item.due_date, item.seq, item.line_no;
