-- Sale lines of some days, in the order of fact_sales, each made of its number alone: eight stores
-- share a day, three lines make a document, cheap items are sold more often.
insert into fact_sales by name
with master as (
    select
        (
            select list(store.store_id order by store.store_id)
            from dim_store as store
            where store.is_current and store.store_kind = 'store'
        ) as store_ids,
        (
            select list(item.item_id order by item.item_id)
            from dim_item as item
            where item.is_current and item.item_id > 0
        ) as item_ids,
        (
            select list(party.party_id order by party.party_id)
            from dim_party as party
            where party.is_current and party.is_customer
        ) as party_ids
),
line as (
    select
        number.range as number,
        number.range // $lines_of_day as day_no,
        number.range % $lines_of_day * 8 // $lines_of_day as store_no,
        (hash(number.range) >> 1)::bigint as dice,
        (hash(number.range // 3) >> 1)::bigint as document_dice,
    from range($from_line, $to_line) as number
),
drawn as (
    select
        line.number as number,
        $first_date::date + line.day_no::integer as business_date,
        master.store_ids[1 + line.store_no] as store_id,
        master.item_ids[
            1 + (len(master.item_ids) * pow((line.dice % 10007) / 10007.0, 2))::bigint
                % len(master.item_ids)
        ] as item_id,
        if(
            line.document_dice % 20 = 0,
            master.party_ids[1 + (line.document_dice >> 9) % len(master.party_ids)],
            -1
        ) as party_id,
        (480 + line.document_dice % 780)::smallint as business_minute,
        1 + (line.dice >> 20) % 3 as qty,
        (40 + (line.dice >> 30) % 60) as net_amount,
        (20 + (line.dice >> 40) % 17) as cost_amount,
        line.document_dice % 20 = 0 as is_on_account,
    from line
    cross join master
)
select
    $first_key + drawn.number // 3 as document_key,
    (1 + drawn.number % 3)::integer as line_no,
    format('D{:010d}', drawn.number // 3) as document_no,
    'sale' as document_kind,
    drawn.business_date as business_date,
    drawn.business_minute as business_minute,
    drawn.business_date + to_minutes((drawn.business_minute - 480)::bigint) as business_at,
    year(drawn.business_date) * 100 + month(drawn.business_date) as month_key,
    drawn.store_id as store_key,
    drawn.store_id as store_id,
    drawn.store_id as depot_id,
    drawn.party_id as party_key,
    drawn.party_id as party_id,
    drawn.item_id as item_key,
    drawn.item_id as item_id,
    -1 as employee_key,
    -1 as employee_id,
    -1 as department_id,
    -1 as legal_entity_id,
    -1 as channel_id,
    -1 as project_id,
    -1 as promotion_id,
    drawn.business_minute // 60 as hour_id,
    '' as till_code,
    '' as ship_country_code,
    '' as ship_country_name,
    '' as ship_region_code,
    '' as ship_region_name,
    '' as ship_province_code,
    '' as ship_province_name,
    '' as ship_city_code,
    '' as ship_city_name,
    if(drawn.is_on_account, 'account', 'cash') as tender,
    '' as line_purpose,
    drawn.qty as qty,
    'x' as entered_unit,
    1 as unit_factor,
    drawn.net_amount + 6 as list_amount,
    drawn.net_amount as net_amount,
    6 as tax_amount,
    drawn.net_amount + 6 as gross_amount,
    0 as discount_amount,
    drawn.cost_amount * drawn.qty as cost_amount,
    drawn.net_amount - drawn.cost_amount * drawn.qty as margin_amount,
    drawn.cost_amount * drawn.qty as management_cost_amount,
    (drawn.number % 3 = 0)::integer as ticket_count,
    -1 as original_document_key,
    drawn.is_on_account as is_member,
    false as is_promoted,
    false as is_insured,
    false as is_return,
    false as is_reversal,
    false as is_backdated,
    false as is_cost_unknown,
from drawn;
