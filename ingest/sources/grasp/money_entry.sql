-- The money side of posted documents, what one books on an account for a party together. A total
-- bears the sign of its account's class: assets (00001) and costs (00004) grow by debit, debts
-- (00002) and income (00003) by credit. Bills are due on their day of payment (moneydate).
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
    bill.moneydate as due_date
from dlya as side
inner join vbillindex_query as bill on bill.billid = side.vchcode
left join btype as party on party.typeid = side.btypeid
where bill.draft = 0 and bill.redword = 0
group by bill.billid, side.atypeid, party.usercode, bill.moneydate
order by document_id, line_no;
