-- Settlements that come twice, are not of two open entries of one account and party, are dated
-- before what they settle, or take off more than there is.
insert into quarantined by name
select
    'allocation' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'line_no' as column_name,
    incoming.line_no::varchar as cell,
    'twice' as fault,
from incoming_allocation as incoming
qualify row_number() over (
    partition by incoming.document_id, incoming.line_no order by incoming.row_no
) > 1;

insert into quarantined by name
select
    'allocation' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'amount' as column_name,
    incoming.amount::varchar as cell,
    'not_positive' as fault,
from incoming_allocation as incoming
where incoming.amount <= 0;

-- What each takes off, on either side.
create temp view allocation_side as
select
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'debit_line_no' as column_name,
    incoming.debit_document_id as item_id,
    incoming.debit_line_no as item_line_no,
    true as is_debit,
from incoming_allocation as incoming
union all by name
select
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'credit_line_no' as column_name,
    incoming.credit_document_id as item_id,
    incoming.credit_line_no as item_line_no,
    false as is_debit,
from incoming_allocation as incoming;

-- What a refused document would have been settled by goes with it, and is told there.
insert into quarantined by name
select
    'allocation' as table_name,
    side.row_no as row_no,
    side.document_id as document_id,
    side.column_name as column_name,
    side.item_id || '/' || side.item_line_no as cell,
    'unknown' as fault,
from allocation_side as side
anti join open_entry as entry
    on entry.document_id = side.item_id
    and entry.line_no = side.item_line_no
    and (entry.amount > 0) = side.is_debit
anti join quarantined as refused on refused.document_id = side.item_id;

insert into quarantined by name
select
    'allocation' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'credit_line_no' as column_name,
    incoming.credit_document_id || '/' || incoming.credit_line_no as cell,
    'of_another' as fault,
from incoming_allocation as incoming
inner join open_entry as debit
    on debit.document_id = incoming.debit_document_id and debit.line_no = incoming.debit_line_no
inner join open_entry as credit
    on credit.document_id = incoming.credit_document_id
    and credit.line_no = incoming.credit_line_no
where debit.account <> credit.account or debit.party_code is distinct from credit.party_code;

insert into quarantined by name
select
    'allocation' as table_name,
    incoming.row_no as row_no,
    incoming.document_id as document_id,
    'document_id' as column_name,
    document.business_date::varchar as cell,
    'too_early' as fault,
from incoming_allocation as incoming
inner join incoming_document as document on document.document_id = incoming.document_id
inner join open_entry as debit
    on debit.document_id = incoming.debit_document_id and debit.line_no = incoming.debit_line_no
inner join open_entry as credit
    on credit.document_id = incoming.credit_document_id
    and credit.line_no = incoming.credit_line_no
where document.business_date < greatest(debit.business_date, credit.business_date);

insert into quarantined by name
with taken as (
    select
        incoming.row_no as row_no,
        incoming.document_id as document_id,
        incoming.amount as amount,
        sum(incoming.amount) over debit as of_debit,
        sum(incoming.amount) over credit as of_credit,
        debit.amount as debit_amount,
        -credit.amount as credit_amount,
    from incoming_allocation as incoming
    inner join open_entry as debit
        on debit.document_id = incoming.debit_document_id
        and debit.line_no = incoming.debit_line_no
    inner join open_entry as credit
        on credit.document_id = incoming.credit_document_id
        and credit.line_no = incoming.credit_line_no
    window debit as (
        partition by incoming.debit_document_id, incoming.debit_line_no order by incoming.row_no
    ),
    credit as (
        partition by incoming.credit_document_id, incoming.credit_line_no order by incoming.row_no
    )
)
select
    'allocation' as table_name,
    taken.row_no as row_no,
    taken.document_id as document_id,
    'amount' as column_name,
    taken.amount::varchar as cell,
    'beyond_item' as fault,
from taken
where taken.of_debit > taken.debit_amount or taken.of_credit > taken.credit_amount;
