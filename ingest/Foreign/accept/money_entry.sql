-- Money from credit to debit: debits and credits of a document, each in the order of their lines,
-- are laid one beside the other and cut where either ends.
insert into staging_money_movement by name
with entry as (
    select
        incoming.document_id as document_id,
        account.chart_code as account,
        if(
            is_by_party(account.chart_code),
            coalesce(
                source_key('party', coalesce(incoming.party_code, document.party_code)), -1
            ),
            -1
        ) as party_id,
        incoming.amount > 0 as is_debit,
        sum(abs(incoming.amount)) over (
            partition by incoming.document_id, incoming.amount > 0 order by incoming.line_no
        ) as upto,
    from incoming_money_entry as incoming
    inner join incoming_account as account on account.account_code = incoming.account_code
    inner join incoming_document as document on document.document_id = incoming.document_id
    where incoming.amount <> 0
),
debit as (
    select entry.document_id, entry.account, entry.party_id, entry.upto
    from entry
    where entry.is_debit
),
credit as (
    select entry.document_id, entry.account, entry.party_id, entry.upto
    from entry
    where not entry.is_debit
),
cut as (
    select distinct entry.document_id as document_id, entry.upto as upto
    from entry
),
part as (
    select
        cut.document_id as document_id,
        cut.upto as upto,
        row_number() over pieces as line_no,
        cut.upto - coalesce(lag(cut.upto) over pieces, 0) as amount,
    from cut
    window pieces as (partition by cut.document_id order by cut.upto)
)
select
    part.document_id as seq,
    part.line_no as line_no,
    debit.account as debit_account,
    credit.account as credit_account,
    document.store_id as store_id,
    debit.party_id as debit_party_id,
    credit.party_id as credit_party_id,
    document.business_date as business_date,
    0 as is_adjustment,
    (part.amount * 10000)::bigint as amount,
from part
asof join debit on debit.document_id = part.document_id and part.upto <= debit.upto
asof join credit on credit.document_id = part.document_id and part.upto <= credit.upto
inner join staging_document as document on document.seq = part.document_id;

-- What lies open: due on its own day where the source says none.
insert into staging_open_item by name
select
    entry.document_id as seq,
    entry.line_no as line_no,
    entry.account as account,
    coalesce(source_key('party', entry.party_code), -1) as party_id,
    strftime(entry.business_date, '%Y%m%d')::bigint as business_date,
    strftime(
        coalesce(entry.due_date, entry.origin_date, entry.business_date), '%Y%m%d'
    )::bigint as due_date,
    strftime(coalesce(entry.origin_date, entry.business_date), '%Y%m%d')::bigint as origin_date,
    -1 as department_id,
    (entry.amount * 10000)::bigint as amount,
from open_entry as entry;

-- What expenses are booked as costs or losses.
insert into staging_document_money by name
select
    incoming.document_id as seq,
    incoming.line_no as line_no,
    account.chart_code as account,
    -1 as party_id,
    -1 as department_id,
    (incoming.amount * 10000)::bigint as amount,
    (coalesce(incoming.tax_amount, 0) * 10000)::bigint as tax_amount,
    -1 as original_seq,
    -1 as original_line_no,
from incoming_money_entry as incoming
inner join incoming_account as account on account.account_code = incoming.account_code
inner join staging_document as document on document.seq = incoming.document_id
where document.kind = 'expense' and left(account.chart_code, 1) in ('5', '6');
