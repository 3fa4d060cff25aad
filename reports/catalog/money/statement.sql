-- title:  对账单 | Statement of a party
-- grain:  document_key, line_no
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         party text optional
--         account text = 1122
--         amount_unit text = yuan in yuan|wan
-- why:    往来单位在期间内的每一笔，带滚动余额，从期初结转开始。不填单位就列出全部，各有各的余额。
--         不是未核销清单：那是每笔还剩的。 |
--         Each entry of the period on an account by party, with the party's running balance,
--         which begins with what was brought forward. Without a party it lists all, each with a
--         balance of its own. Not open items: those are what is left of each entry.
with entries as (
    select
        open_item.document_key,
        open_item.line_no,
        open_item.document_no,
        open_item.document_kind,
        open_item.party_code,
        open_item.party_name,
        open_item.business_date,
        open_item.due_date,
        open_item.item_amount,
        sum(open_item.item_amount) over (
            partition by open_item.party_code
            order by open_item.business_date, open_item.document_key, open_item.line_no
            rows unbounded preceding
        ) as running,
    from open_item
    where
        open_item.account = $account
        and open_item.business_date <= $to_date
        and coalesce($party, open_item.party_code) = open_item.party_code
)

select
    entries.document_key as document_key,
    entries.line_no as line_no,
    entries.party_code as party_code,
    entries.party_name as party_name,
    entries.business_date as business_date,
    entries.document_kind as document_kind,
    entries.document_no as document_no,
    entries.due_date as due_date,
    greatest(entries.item_amount, 0) as debited_amount,
    greatest(-entries.item_amount, 0) as credited_amount,
    entries.running as balance_amount,
from entries
where entries.business_date >= $from_date
order by entries.party_code, entries.business_date, entries.document_key, entries.line_no
