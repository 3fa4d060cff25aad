-- Steps of the lines of orders. A line leads to the order's line that it follows; of a reversal,
-- the line that it takes back does. What is ended is what was open then; of an arrival or a request
-- for an invoice it is open again in what these followed, and so is what is taken back of them
-- later. Sorted by business_date, store_id, document_key, line_no, order_step.
insert into fact_order by name
with order_kind (kind) as (
    values
        ('quotation'),
        ('sales_contract'),
        ('sales_order'),
        ('return_order'),
        ('purchase_plan'),
        ('purchase_requisition'),
        ('purchase_inquiry'),
        ('purchase_comparison'),
        ('purchase_order'),
        ('arrival_notice'),
        ('sales_invoice_request')
),
order_line as materialized (
    select
        line.seq as seq,
        line.line_no as line_no,
        document.kind as kind,
        document.kind in ('arrival_notice', 'sales_invoice_request') as gives_back_rest,
        document.document_no as document_no,
        document.business_date as business_date,
        document.store_version_id as store_key,
        document.store_id as store_id,
        document.depot_id as depot_id,
        document.party_version_id as party_key,
        document.party_id as party_id,
        line.item_version_id as item_key,
        line.item_id as item_id,
        document.employee_version_id as employee_key,
        document.employee_id as employee_id,
        document.expected_on as expected_on,
        line.original_seq as original_seq,
        line.original_line_no as original_line_no,
    from staging_document_line as line
    inner join staging_document as document on document.seq = line.seq
    semi join order_kind on order_kind.kind = document.kind
    where line.seq > $from_seq
    union all by name
    select
        older.seq as seq,
        older.line_no as line_no,
        older.kind as kind,
        older.kind in ('arrival_notice', 'sales_invoice_request') as gives_back_rest,
        older.document_no as document_no,
        older.business_date as business_date,
        older.store_version_id as store_key,
        older.store_id as store_id,
        older.depot_id as depot_id,
        older.party_version_id as party_key,
        older.party_id as party_id,
        older.item_version_id as item_key,
        older.item_id as item_id,
        older.employee_version_id as employee_key,
        older.employee_id as employee_id,
        older.expected_on as expected_on,
        older.original_seq as original_seq,
        older.original_line_no as original_line_no,
    from staging_followed_line as older
    semi join order_kind on order_kind.kind = older.kind
),
line as materialized (
    select
        line.seq as seq,
        line.line_no as line_no,
        document.kind as document_kind,
        document.document_no as document_no,
        document.business_date as business_date,
        document.is_reversal = 1 as is_reversal,
        line.original_seq as original_seq,
        line.original_line_no as original_line_no,
        line.qty as qty,
        line.net_amount as net,
        line.tax_amount as tax,
    from staging_document_line as line
    inner join staging_document as document on document.seq = line.seq
    where line.seq > $from_seq
        and (line.original_seq > 0 or document.kind in (select order_kind.kind from order_kind))
),
-- Where a line leads: a line that takes another back, where that leads.
led as (
    select
        line.seq as seq,
        line.line_no as line_no,
        line.original_seq as order_key,
        line.original_line_no as order_line_no,
    from line
    where not line.is_reversal and line.original_seq > 0
    union all by name
    select
        line.seq as seq,
        line.line_no as line_no,
        reversed.original_seq as order_key,
        reversed.original_line_no as order_line_no,
    from line
    inner join (
        select
            newer.seq as seq,
            newer.line_no as line_no,
            newer.original_seq as original_seq,
            newer.original_line_no as original_line_no,
        from staging_document_line as newer
        where newer.seq > $from_seq
        union all by name
        select
            older.seq as seq,
            older.line_no as line_no,
            older.original_seq as original_seq,
            older.original_line_no as original_line_no,
        from staging_followed_line as older
    ) as reversed
        on reversed.seq = line.original_seq and reversed.line_no = line.original_line_no
    where line.is_reversal
),
ended_before as (
    select
        ended.seq as seq,
        ended.order_seq as order_key,
        ended.order_line_no as order_line_no,
    from staging_ended_line as ended
    union
    select
        0 as seq,
        before.order_key as order_key,
        before.order_line_no as order_line_no,
    from fact_order as before
    where before.order_step = 'ended'
),
placed as (
    select
        'ordered' as order_step,
        line.seq as seq,
        line.line_no as line_no,
        line.document_kind as document_kind,
        line.document_no as document_no,
        line.business_date as business_date,
        line.is_reversal as is_reversal,
        if(line.is_reversal, line.original_seq, line.seq) as order_key,
        if(line.is_reversal, line.original_line_no, line.line_no) as order_line_no,
        line.qty as ordered,
        line.net as net,
        line.tax as tax,
    from line
    semi join order_kind on order_kind.kind = line.document_kind
),
followed as materialized (
    select
        if(line.document_kind = 'contract_change', 'changed', 'followed') as order_step,
        line.seq as seq,
        line.line_no as line_no,
        line.document_kind as document_kind,
        line.document_no as document_no,
        line.business_date as business_date,
        line.is_reversal as is_reversal,
        order_line.seq as order_key,
        order_line.line_no as order_line_no,
        if(line.document_kind = 'contract_change', line.qty, 0) as ordered,
        if(line.document_kind = 'contract_change', line.net, 0) as net,
        if(line.document_kind = 'contract_change', line.tax, 0) as tax,
        case
            when line.document_kind = 'contract_change' then 0
            when line.is_reversal then -abs(line.qty)
            else abs(line.qty)
        end as followed,
    from line
    inner join led on led.seq = line.seq and led.line_no = line.line_no
    inner join order_line
        on order_line.seq = led.order_key and order_line.line_no = led.order_line_no
),
-- What was ended takes back what comes off it later, so that nothing of it is open again.
ended_later as materialized (
    select
        'ended' as order_step,
        followed.seq as seq,
        followed.line_no as line_no,
        order_line.kind as document_kind,
        order_line.document_no as document_no,
        followed.business_date as business_date,
        true as is_reversal,
        followed.order_key as order_key,
        followed.order_line_no as order_line_no,
        -followed.followed as ended,
        order_line.gives_back_rest as gives_back_rest,
        order_line.original_seq as original_seq,
        order_line.original_line_no as original_line_no,
    from followed
    inner join ended_before
        on ended_before.order_key = followed.order_key
        and ended_before.order_line_no = followed.order_line_no
        and ended_before.seq < followed.seq
    inner join order_line
        on order_line.seq = followed.order_key and order_line.line_no = followed.order_line_no
    where followed.is_reversal
        and followed.followed <> 0
        and followed.document_kind <> 'purchase_inquiry'
),
open_before as (
    select
        before.order_key as order_key,
        before.order_line_no as order_line_no,
        0::bigint as seq,
        (before.open_qty * 10000)::bigint as qty,
    from fact_order as before
    semi join staging_ended_line as ended
        on ended.order_seq = before.order_key and ended.order_line_no = before.order_line_no
    union all by name
    select placed.order_key, placed.order_line_no, placed.seq, placed.ordered as qty
    from placed
    union all by name
    select
        followed.order_key as order_key,
        followed.order_line_no as order_line_no,
        followed.seq as seq,
        followed.ordered
            - if(followed.document_kind = 'purchase_inquiry', 0, followed.followed) as qty,
    from followed
    union all by name
    select
        ended_later.original_seq as order_key,
        ended_later.original_line_no as order_line_no,
        ended_later.seq as seq,
        ended_later.ended as qty,
    from ended_later
    where ended_later.gives_back_rest
),
rest as materialized (
    select
        ended.seq as seq,
        ended.order_seq as order_key,
        ended.order_line_no as order_line_no,
        sum(open_before.qty)::bigint as qty,
    from staging_ended_line as ended
    inner join open_before
        on open_before.order_key = ended.order_seq
        and open_before.order_line_no = ended.order_line_no
        and open_before.seq < ended.seq
    group by ended.seq, ended.order_seq, ended.order_line_no
),
given_back as materialized (
    select
        'given_back' as order_step,
        ended.seq as seq,
        ended.order_line_no as line_no,
        strftime(epoch_ms(ended.local_at), '%Y%m%d')::bigint as business_date,
        false as is_reversal,
        order_line.kind as document_kind,
        order_line.document_no as document_no,
        order_line.original_seq as order_key,
        order_line.original_line_no as order_line_no,
        -rest.qty as followed,
    from staging_ended_line as ended
    inner join rest
        on rest.seq = ended.seq
        and rest.order_key = ended.order_seq
        and rest.order_line_no = ended.order_line_no
    inner join order_line
        on order_line.seq = ended.order_seq and order_line.line_no = ended.order_line_no
    where order_line.gives_back_rest
    union all by name
    select
        'given_back' as order_step,
        ended_later.seq as seq,
        ended_later.line_no as line_no,
        ended_later.business_date as business_date,
        true as is_reversal,
        ended_later.document_kind as document_kind,
        ended_later.document_no as document_no,
        ended_later.original_seq as order_key,
        ended_later.original_line_no as order_line_no,
        -ended_later.ended as followed,
    from ended_later
    where ended_later.gives_back_rest
),
-- Nor is what comes back to what was ended before.
back_to_ended as (
    select
        'ended' as order_step,
        given_back.seq as seq,
        given_back.line_no as line_no,
        given_back.business_date as business_date,
        given_back.is_reversal as is_reversal,
        given_back.order_key as order_key,
        given_back.order_line_no as order_line_no,
        order_line.kind as document_kind,
        order_line.document_no as document_no,
        -given_back.followed as ended,
    from given_back
    inner join ended_before
        on ended_before.order_key = given_back.order_key
        and ended_before.order_line_no = given_back.order_line_no
        and ended_before.seq < given_back.seq
    inner join order_line
        on order_line.seq = given_back.order_key
        and order_line.line_no = given_back.order_line_no
),
step as (
    from placed
    union all by name
    from followed
    union all by name
    from given_back
    union all by name
    from back_to_ended
    union all by name
    from ended_later
    union all by name
    select
        'ended' as order_step,
        ended.seq as seq,
        ended.order_line_no as line_no,
        order_line.kind as document_kind,
        order_line.document_no as document_no,
        strftime(epoch_ms(ended.local_at), '%Y%m%d')::bigint as business_date,
        false as is_reversal,
        ended.order_seq as order_key,
        ended.order_line_no as order_line_no,
        rest.qty + coalesce(back.qty, 0) as ended,
        ended.reason_code as reason_code,
    from staging_ended_line as ended
    inner join order_line
        on order_line.seq = ended.order_seq and order_line.line_no = ended.order_line_no
    inner join rest
        on rest.seq = ended.seq
        and rest.order_key = ended.order_seq
        and rest.order_line_no = ended.order_line_no
    left join (
        select
            stopped.seq as seq,
            given_back.order_key as order_key,
            given_back.order_line_no as order_line_no,
            sum(-given_back.followed)::bigint as qty,
        from given_back
        inner join staging_ended_line as stopped
            on stopped.order_seq = given_back.order_key
            and stopped.order_line_no = given_back.order_line_no
            and given_back.seq < stopped.seq
            and not given_back.is_reversal
        group by stopped.seq, given_back.order_key, given_back.order_line_no
    ) as back
        on back.seq = ended.seq
        and back.order_key = ended.order_seq
        and back.order_line_no = ended.order_line_no
)
select
    step.seq as document_key,
    step.line_no as line_no,
    step.order_step as order_step,
    step.document_no as document_no,
    step.document_kind as document_kind,
    make_date(
        step.business_date // 10000, step.business_date // 100 % 100, step.business_date % 100
    ) as business_date,
    step.business_date // 100 as month_key,
    step.order_key as order_key,
    step.order_line_no as order_line_no,
    order_line.document_no as order_no,
    order_line.kind as order_kind,
    make_date(
        order_line.business_date // 10000,
        order_line.business_date // 100 % 100,
        order_line.business_date % 100
    ) as order_date,
    if(
        order_line.expected_on > 0,
        make_date(
            order_line.expected_on // 10000,
            order_line.expected_on // 100 % 100,
            order_line.expected_on % 100
        ),
        null
    ) as expected_date,
    order_line.store_key as store_key,
    order_line.store_id as store_id,
    order_line.depot_id as depot_id,
    order_line.party_key as party_key,
    order_line.party_id as party_id,
    order_line.item_key as item_key,
    order_line.item_id as item_id,
    order_line.employee_key as employee_key,
    order_line.employee_id as employee_id,
    (coalesce(step.ordered, 0) * 0.0001)::decimal(18, 4) as ordered_qty,
    (coalesce(step.net, 0) * 0.0001)::decimal(18, 4) as ordered_net_amount,
    (coalesce(step.tax, 0) * 0.0001)::decimal(18, 4) as ordered_tax_amount,
    ((coalesce(step.net + step.tax, 0)) * 0.0001)::decimal(18, 4) as ordered_gross_amount,
    (coalesce(step.followed, 0) * 0.0001)::decimal(18, 4) as followed_qty,
    (coalesce(step.ended, 0) * 0.0001)::decimal(18, 4) as ended_qty,
    (
        (
            coalesce(step.ordered, 0)
            - if(step.document_kind = 'purchase_inquiry', 0, coalesce(step.followed, 0))
            - coalesce(step.ended, 0)
        ) * 0.0001
    )::decimal(18, 4) as open_qty,
    coalesce(step.reason_code, '') as reason_code,
    step.is_reversal as is_reversal,
from step
inner join order_line
    on order_line.seq = step.order_key and order_line.line_no = step.order_line_no
order by
    step.business_date,
    order_line.store_id,
    step.seq,
    step.line_no,
    step.order_step,
    step.order_key,
    step.order_line_no;
