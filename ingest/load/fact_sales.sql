-- Lines that sell or take sales back (of what is signed for, the goods taken), and later
-- adjustments of their cost. An adjustment bears the original line's dimensions, number and time;
-- its key and business date are its own, quantity and amounts are 0. Sorted by business_date,
-- store_id, document_key, line_no, document_kind: zone maps prune by date.
insert into fact_sales by name
with sale_line as (
    select
        line.seq as document_key,
        line.line_no as line_no,
        line.seq as source_key,
        null::bigint as adjusted_date,
        null::bigint as movement_no,
        line.item_version_id as item_version_id,
        line.item_id as item_id,
        line.purpose as purpose,
        line.promotion_id as promotion_id,
        line.entered_unit as entered_unit,
        line.unit_factor as unit_factor,
        line.is_cost_unknown as is_cost_unknown,
        line.qty as sold_qty,
        line.qty as qty,
        line.list_amount as list_amount,
        line.net_amount as net_amount,
        line.tax_amount as tax_amount,
        line.discount_amount as discount_amount,
        line.cost_amount as cost_amount,
        line.management_cost_amount as management_cost_amount,
        line.original_seq as original_seq,
    from staging_document_line as line
    where line.seq > $from_seq
    union all by name
    select
        adjustment.seq as document_key,
        adjustment.line_no as line_no,
        adjustment.original_seq as source_key,
        adjustment.business_date as adjusted_date,
        adjustment.original_movement_no as movement_no,
        line.item_version_id as item_version_id,
        line.item_id as item_id,
        line.purpose as purpose,
        line.promotion_id as promotion_id,
        line.entered_unit as entered_unit,
        line.unit_factor as unit_factor,
        line.is_cost_unknown as is_cost_unknown,
        line.qty as sold_qty,
        0 as qty,
        0 as list_amount,
        0 as net_amount,
        0 as tax_amount,
        0 as discount_amount,
        adjustment.cost_amount as cost_amount,
        0 as management_cost_amount,
        adjustment.original_seq as original_seq,
    from staging_cost_adjustment as adjustment
    inner join staging_document_line as line
        on line.seq = adjustment.original_seq and line.line_no = adjustment.original_line_no
),
-- Of a document whose first line takes back or was not taken, the first line that sells: few.
ticket_line as (
    select line.seq as seq, min(line.line_no) as line_no
    from staging_document_line as line
    inner join staging_document as document on document.seq = line.seq
    where
        line.seq in (
            select opening.seq
            from staging_document_line as opening
            inner join staging_document as opened on opened.seq = opening.seq
            where
                opening.line_no = 1
                and (opening.qty = 0 or (opening.qty > 0) = (opened.is_reversal = 1))
        )
        and (line.qty > 0) = (document.is_reversal = 0)
        and line.qty <> 0
    group by line.seq
)
select
    sale_line.document_key as document_key,
    sale_line.line_no as line_no,
    document.document_no as document_no,
    case
        when sale_line.adjusted_date is null then document.kind
        else 'cost_adjustment'
    end as document_kind,
    make_date(
        coalesce(sale_line.adjusted_date, document.business_date) // 10000,
        coalesce(sale_line.adjusted_date, document.business_date) // 100 % 100,
        coalesce(sale_line.adjusted_date, document.business_date) % 100
    ) as business_date,
    document.business_minute as business_minute,
    epoch_ms(document.business_at) as business_at,
    coalesce(sale_line.adjusted_date, document.business_date) // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    document.depot_id as depot_id,
    document.party_version_id as party_key,
    document.party_id as party_id,
    sale_line.item_version_id as item_key,
    sale_line.item_id as item_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    coalesce(
        nullif(employee.department_id, -1),
        nullif(store.department_id, -1),
        -1
    ) as department_id,
    document.legal_entity_id as legal_entity_id,
    document.channel_id as channel_id,
    document.project_id as project_id,
    sale_line.promotion_id as promotion_id,
    document.business_minute // 60 as hour_id,
    document.till_code as till_code,
    document.ship_to_country as ship_country_code,
    document.ship_to_country as ship_country_name,
    document.ship_to_region as ship_region_code,
    document.ship_to_region as ship_region_name,
    document.ship_to_province as ship_province_code,
    document.ship_to_province as ship_province_name,
    document.ship_to_city as ship_city_code,
    document.ship_to_city as ship_city_name,
    document.tender as tender,
    sale_line.purpose as line_purpose,
    (sale_line.qty * 0.0001)::decimal(18, 4) as qty,
    sale_line.entered_unit as entered_unit,
    (sale_line.unit_factor * 0.000001)::decimal(18, 6) as unit_factor,
    (sale_line.list_amount * 0.0001)::decimal(18, 4) as list_amount,
    (sale_line.net_amount * 0.0001)::decimal(18, 4) as net_amount,
    (sale_line.tax_amount * 0.0001)::decimal(18, 4) as tax_amount,
    ((sale_line.net_amount + sale_line.tax_amount) * 0.0001)::decimal(18, 4) as gross_amount,
    (sale_line.discount_amount * 0.0001)::decimal(18, 4) as discount_amount,
    (sale_line.cost_amount * 0.0001)::decimal(18, 4) as cost_amount,
    ((sale_line.net_amount - sale_line.cost_amount) * 0.0001)::decimal(18, 4) as margin_amount,
    (sale_line.management_cost_amount * 0.0001)::decimal(18, 4) as management_cost_amount,
    case
        when sale_line.qty = 0 or (sale_line.qty > 0) = (document.is_reversal = 1) then 0
        when sale_line.line_no = coalesce(ticket_line.line_no, 1)
            then case when document.is_reversal = 1 then -1 else 1 end
        else 0
    end as ticket_count,
    coalesce(
        nullif(sale_line.original_seq, -1),
        document.original_seq
    ) as original_document_key,
    coalesce(member.level_id, -1) > 0 as is_member,
    sale_line.promotion_id > 0 as is_promoted,
    insurance.seq is not null as is_insured,
    (sale_line.sold_qty < 0) <> (document.is_reversal = 1) as is_return,
    document.is_reversal = 1 as is_reversal,
    document.is_backdated = 1 as is_backdated,
    sale_line.is_cost_unknown = 1 as is_cost_unknown,
from sale_line
inner join staging_document as document on document.seq = sale_line.source_key
left join ticket_line on ticket_line.seq = sale_line.document_key
left join staging_employee as employee on employee.version_id = document.employee_version_id
left join staging_store as store on store.version_id = document.store_version_id
left join staging_document_insurance as insurance on insurance.seq = document.seq
left join staging_member_span as member
    on member.party_id = document.party_id
    and document.seq >= member.from_seq
    and document.seq < member.before_seq
where
    document.kind in (
        'sale', 'sale_return', 'delivery_receipt', 'leftover_return', 'exchange',
        'consignment_settlement', 'consigned_sale', 'voucher_redeem', 'lend_sale'
    )
    and (
        document.kind <> 'delivery_receipt'
        or case
            when sale_line.adjusted_date is null
                then (sale_line.qty > 0) = (document.is_reversal = 0)
            else sale_line.movement_no = 0
        end
    )
order by
    coalesce(sale_line.adjusted_date, document.business_date),
    document.store_id,
    sale_line.document_key,
    sale_line.line_no,
    document_kind;
