select
    line.line_no,
    item.item_code,
    line.entered_unit,
    line.entered_qty,
    line.qty,
    line.net_amount,
    line.tax_rate,
    line.tax_amount,
    line.discount_amount,
    line.cost_amount,
    line.is_cost_explicit,
    line.is_cost_unknown,
    line.original_line_no,
    line.purpose,
    coalesce(promotion.promotion_code, '') as promotion_code,
    line.list_amount,
    line.management_cost_amount,
    coalesce(original.document_key, '') as original_key,
    coalesce(original.document_no, '') as original_no,
    coalesce(rejected.qty, 0) as rejected_qty,
    coalesce(rejected.reason, choice.reason, '') as reason,
    coalesce(chosen.party_code, '') as supplier_code,
    coalesce((
        select max(picked.reason)
        from pick_override as picked
        where picked.seq = line.seq and picked.document_line_no = line.line_no
    ), '') as pick_reason,
    cast(coalesce((
        select sum(worth.share_to - worth.share_from)
        from movement_worth as worth
        inner join stock_movement as movement
            on movement.seq = worth.seq and movement.line_no = worth.line_no
        where
            worth.seq = line.seq
            and worth.share_of > 0
            and movement.document_line_no = line.line_no
    ), 0) as bigint) as made_share,
    case when counted.seq is null then 0 else 1 end as is_counted,
    coalesce(counted.book_qty, 0) as book_qty,
    coalesce(counted.counted_qty, 0) as counted_qty,
    coalesce(vouchers.series, '') as series,
    coalesce(vouchers.from_no, 0) as from_no,
    coalesce(vouchers.to_no, 0) as to_no
from document_line as line
inner join item on item.version_id = line.item_version_id
left join promotion on promotion.version_id = line.promotion_id
left join document as original on original.seq = line.original_seq
left join arrival_rejection as rejected
    on rejected.seq = line.seq and rejected.document_line_no = line.line_no
left join quote_choice as choice
    on choice.seq = line.seq and choice.document_line_no = line.line_no
left join party as chosen on chosen.version_id = choice.party_id
left join stock_count_line as counted
    on counted.seq = line.seq and counted.line_no = line.line_no
left join voucher_range as vouchers
    on vouchers.seq = line.seq and vouchers.document_line_no = line.line_no
where line.seq = @seq
order by line.line_no;
