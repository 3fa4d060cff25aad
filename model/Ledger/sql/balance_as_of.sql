-- The balance of an account as of the end of a business day; of one party, or of all where party_id
-- is −2.
select cast(coalesce(sum(moved.amount), 0) as bigint) as balance
from (
    select debit_party_id as party_id, amount
    from money_movement
    where debit_account = @account and business_date <= @as_of
    union all
    select credit_party_id, -amount
    from money_movement
    where credit_account = @account and business_date <= @as_of
) as moved
where @party_id = -2 or moved.party_id = @party_id;
