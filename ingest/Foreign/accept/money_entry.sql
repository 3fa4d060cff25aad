-- Money from credit to debit: debits and credits of a document, each in the order of their lines,
-- are laid one beside the other and cut where either ends. What was there before the first document
-- stands against equity, which is therefore what the other accounts come to.
insert into staging_money_movement by name
with entry as (
    select
        incoming.document_id as document_id,
        incoming.line_no as line_no,
        account.chart_code as account,
        if(
            is_by_party(account.chart_code),
            coalesce(
                source_key('party', coalesce(incoming.party_code, document.party_code)), -1
            ),
            -1
        ) as party_id,
        abs(incoming.amount) as amount,
        incoming.amount > 0 as is_debit,
        coalesce(incoming.is_opening, false) as is_opening,
        sum(abs(incoming.amount)) over (
            partition by
                incoming.document_id,
                coalesce(incoming.is_opening, false),
                incoming.amount > 0
            order by incoming.line_no
        ) as upto,
    from incoming_money_entry as incoming
    inner join incoming_account as account on account.account_code = incoming.account_code
    inner join incoming_document as document on document.document_id = incoming.document_id
    where incoming.amount <> 0
),
debit as (
    select entry.document_id, entry.account, entry.party_id, entry.upto
    from entry
    where entry.is_debit and not entry.is_opening
),
credit as (
    select entry.document_id, entry.account, entry.party_id, entry.upto
    from entry
    where not entry.is_debit and not entry.is_opening
),
cut as (
    select distinct entry.document_id as document_id, entry.upto as upto
    from entry
    where not entry.is_opening
),
part as (
    select
        cut.document_id as document_id,
        cut.upto as upto,
        cut.upto - coalesce(lag(cut.upto) over pieces, 0) as amount,
    from cut
    window pieces as (partition by cut.document_id order by cut.upto)
),
moved as (
    select
        part.document_id as document_id,
        false as is_opening,
        part.upto as place,
        debit.account as debit_account,
        credit.account as credit_account,
        debit.party_id as debit_party_id,
        credit.party_id as credit_party_id,
        part.amount as amount,
    from part
    asof join debit on debit.document_id = part.document_id and part.upto <= debit.upto
    asof join credit on credit.document_id = part.document_id and part.upto <= credit.upto
    union all by name
    select
        entry.document_id as document_id,
        true as is_opening,
        entry.line_no as place,
        if(entry.is_debit, entry.account, '4104') as debit_account,
        if(entry.is_debit, '4104', entry.account) as credit_account,
        if(entry.is_debit, entry.party_id, -1) as debit_party_id,
        if(entry.is_debit, -1, entry.party_id) as credit_party_id,
        entry.amount as amount,
    from entry
    where entry.is_opening and entry.account <> '4104'
)
select
    moved.document_id as seq,
    row_number() over (
        partition by moved.document_id order by moved.is_opening, moved.place
    ) as line_no,
    moved.debit_account as debit_account,
    moved.credit_account as credit_account,
    document.store_id as store_id,
    moved.debit_party_id as debit_party_id,
    moved.credit_party_id as credit_party_id,
    document.business_date as business_date,
    0 as is_adjustment,
    (moved.amount * 10000)::bigint as amount,
from moved
inner join staging_document as document on document.seq = moved.document_id;

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
