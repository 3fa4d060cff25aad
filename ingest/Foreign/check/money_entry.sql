-- Entries that come twice, or name an account or a party that is not there; and documents of which
-- debit and credit differ.
insert into quarantined by name
select
    'money_entry' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'twice' as fault,
from incoming_money_entry as incoming
qualify row_number() over (
    partition by incoming.document_id, incoming.line_no order by incoming.row_no
) > 1;

insert into quarantined by name
select
    'money_entry' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'account_code' as column_name,
    incoming.account_code as cell,
    'unknown' as fault,
from incoming_money_entry as incoming
anti join incoming_account as known on known.account_code = incoming.account_code;

insert into quarantined by name
select
    'money_entry' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'party_code' as column_name,
    incoming.party_code as cell,
    'unknown' as fault,
from incoming_money_entry as incoming
anti join incoming_party as known on known.party_code = incoming.party_code
where incoming.party_code is not null;

insert into quarantined by name
select
    'money_entry' as table_name,
    min(incoming.row_no) as row_no,
    incoming.document_id as document_id,
    'amount' as column_name,
    sum(incoming.amount)::varchar as cell,
    'unbalanced' as fault,
from incoming_money_entry as incoming
semi join incoming_document as document on document.document_id = incoming.document_id
anti join quarantined as refused on refused.document_id = incoming.document_id
where not coalesce(incoming.is_opening, false)
group by incoming.document_id
having sum(incoming.amount) <> 0;

-- Entries on accounts that are kept by party: each is an open item. An entry without a party is of
-- its document's.
create temp view open_entry as
select
    entry.document_id as document_id,
    entry.line_no as line_no,
    account.chart_code as account,
    coalesce(entry.party_code, document.party_code) as party_code,
    document.business_date as business_date,
    entry.due_date as due_date,
    entry.origin_date as origin_date,
    entry.amount as amount,
from incoming_money_entry as entry
inner join incoming_account as account on account.account_code = entry.account_code
inner join incoming_document as document on document.document_id = entry.document_id
where is_by_party(account.chart_code) and entry.amount <> 0;
