-- The money side of posted documents, what one books on an account for a party together. A total
-- bears the sign of its account's class: assets (00001) and costs (00004) grow by debit, debts
-- (00002) and income (00003) by credit. Bills are due on their day of payment (moneydate). What was
-- there on the first day: of stock, of each party (artotal00, aptotal00) and on the other accounts.
with opening as (
    select '0000100001' as account_code, null as party_code, sum(kept.total) as debit
    from inigoodsstocks as kept
    having sum(kept.total) <> 0
    union all
    select '0000100005' as account_code, party.usercode as party_code, party.artotal00 as debit
    from btype as party
    where party.sonnum = 0 and party.artotal00 <> 0
    union all
    select '0000200001' as account_code, party.usercode as party_code, -party.aptotal00 as debit
    from btype as party
    where party.sonnum = 0 and party.aptotal00 <> 0
    union all
    select
        account.typeid as account_code,
        null as party_code,
        case
            when account.typeid like '00001%' or account.typeid like '00004%' then account.ttl00
            else -account.ttl00
        end as debit
    from atype as account
    where
        account.sonnum = 0
        and account.ttl00 <> 0
        and account.typeid not in ('0000100001', '0000100005', '0000200001')
)
select
    bill.billid * 3 as document_id,
    min(side.dlyorder) as line_no,
    side.atypeid as account_code,
    round(
        sum(
            case
                when side.atypeid like '00001%' or side.atypeid like '00004%' then side.total
                else -side.total
            end
        ),
        4
    ) as amount,
    party.usercode as party_code,
    bill.moneydate as due_date,
    0 as is_opening
from dlya as side
inner join vbillindex_query as bill on bill.billid = side.vchcode
left join btype as party on party.typeid = side.btypeid
where bill.draft = 0 and bill.redword = 0
group by bill.billid, side.atypeid, party.usercode, bill.moneydate
union all
select
    2 as document_id,
    row_number() over (order by opening.account_code, opening.party_code) as line_no,
    opening.account_code as account_code,
    round(opening.debit, 4) as amount,
    opening.party_code as party_code,
    null as due_date,
    1 as is_opening
from opening
order by document_id, line_no;
