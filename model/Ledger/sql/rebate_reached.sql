-- What each party, or one, bought in some days of the items that a version of a policy counts, less
-- what went back: in base units, and with tax. Of a supplier it is what we bought.
with item_now as (
    select item.item_id, item.category_id
    from state_master as known
    inner join item on item.version_id = known.version_id
    where known.kind = 'item'
),

category_now as (
    select category.category_id, category.parent_id
    from state_master as known
    inner join category on category.version_id = known.version_id
    where known.kind = 'category'
),

counted as (
    select item_now.item_id
    from item_now
    left join category_now as own on own.category_id = item_now.category_id
    left join category_now as above on above.category_id = own.parent_id
    where
        not exists (select 1 from rebate_scope where rebate_scope.version_id = @version_id)
        or exists (
            select 1
            from rebate_scope as scope
            where
                scope.version_id = @version_id
                and (
                    (scope.scope_kind = 'item' and scope.scope_id = item_now.item_id)
                    or (
                        scope.scope_kind = 'category'
                        and scope.scope_id in (own.category_id, own.parent_id, above.parent_id)
                    )
                )
        )
)

select
    party.party_id,
    party.party_code,
    cast(sum(line.qty) as bigint) as qty,
    cast(sum(line.net_amount + line.tax_amount) as bigint) as amount
from document
inner join document_line as line on line.seq = document.seq
inner join counted on counted.item_id = line.item_id
inner join party on party.version_id = document.party_id
where
    document.business_date between @from_date and @to_date
    and (@party_id = -1 or document.party_id = @party_id)
    and line.purpose = ''
    and (
        (@side = 'supplier' and document.kind in ('purchase_receipt', 'purchase_return'))
        or (
            @side = 'customer'
            and document.kind in (
                'sale', 'sale_return', 'leftover_return', 'exchange', 'consignment_settlement',
                'voucher_redeem', 'lend_sale'
            )
        )
        or (
            @side = 'customer'
            and document.kind = 'delivery_receipt'
            and (
                (line.qty > 0 and document.is_reversal = 0)
                or (line.qty < 0 and document.is_reversal = 1)
            )
        )
    )
group by party.party_id, party.party_code
order by party.party_code;
