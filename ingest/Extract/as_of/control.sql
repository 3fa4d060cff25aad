-- What control totals would be at an earlier entry: the Ledger's own engine adds up its entries to
-- @to_seq.
with line_sums as (
    select
        document.business_date / 100 as month_key,
        count(*) as lines,
        count(
            distinct case
                when line.qty > 0 and document.is_reversal = 0 then line.seq
            end
        ) - count(
            distinct case
                when line.qty < 0 and document.is_reversal = 1 then line.seq
            end
        ) as tickets,
        sum(line.qty) as qty,
        sum(line.list_amount) as list,
        sum(line.net_amount) as net,
        sum(line.tax_amount) as tax,
        sum(line.discount_amount) as discount,
        sum(line.cost_amount) as cost,
        sum(line.management_cost_amount) as management_cost
    from document_line as line
    inner join document as document on document.seq = line.seq
    where
        line.seq <= @to_seq
        and document.kind in (
            'sale', 'sale_return', 'delivery_receipt', 'leftover_return', 'exchange',
            'consignment_settlement', 'consigned_sale', 'voucher_redeem', 'lend_sale'
        )
        and (
            document.kind <> 'delivery_receipt'
            or (line.qty > 0) = (document.is_reversal = 0)
        )
    group by document.business_date / 100
),
adjustment_sums as (
    select
        adjustment.business_date / 100 as month_key,
        count(*) as lines,
        sum(adjustment.cost_amount) as cost
    from cost_adjustment as adjustment
    where
        adjustment.seq <= @to_seq
        and adjustment.kind in (
            'sale', 'sale_return', 'delivery_receipt', 'leftover_return', 'exchange',
            'consignment_settlement', 'consigned_sale', 'voucher_redeem', 'lend_sale'
        )
        and (adjustment.kind <> 'delivery_receipt' or adjustment.original_movement_no = 0)
    group by adjustment.business_date / 100
),
stock_sums as (
    select
        movement.business_date / 100 as month_key,
        count(*) as lines,
        sum(movement.qty) as qty,
        sum(movement.value) as value
    from stock_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100
),
trade_lines as (
    select
        document.business_date / 100 as month_key,
        case
            when document.kind in (
                'quotation', 'sales_contract', 'sales_order', 'return_order', 'purchase_plan',
                'purchase_requisition', 'purchase_inquiry', 'purchase_comparison', 'purchase_order',
                'arrival_notice', 'sales_invoice_request', 'contract_change'
            ) then 'order'
            when document.kind in ('delivery_note', 'delivery_receipt') then 'delivery'
            else 'purchase'
        end as subject,
        document.kind,
        document.is_reversal,
        line.qty,
        line.net_amount,
        line.tax_amount
    from document_line as line
    inner join document as document on document.seq = line.seq
    where
        line.seq <= @to_seq
        and document.kind in (
            'quotation', 'sales_contract', 'sales_order', 'return_order', 'purchase_plan',
            'purchase_requisition', 'purchase_inquiry', 'purchase_comparison', 'purchase_order',
            'arrival_notice', 'sales_invoice_request', 'contract_change',
            'delivery_note', 'delivery_receipt', 'purchase_receipt', 'purchase_return',
            'borrow_purchase', 'landed_cost'
        )
),
trade_sums as (
    select
        trade_lines.month_key,
        trade_lines.subject,
        count(*) as lines,
        sum(case when trade_lines.kind <> 'landed_cost' then trade_lines.qty else 0 end) as qty,
        sum(case when trade_lines.kind <> 'landed_cost' then trade_lines.net_amount else 0 end)
            as net,
        sum(case when trade_lines.kind <> 'landed_cost' then trade_lines.tax_amount else 0 end)
            as tax,
        sum(case when trade_lines.kind = 'landed_cost' then trade_lines.net_amount else 0 end)
            as landed,
        sum(case when trade_lines.kind = 'delivery_note' then trade_lines.qty else 0 end)
            as dispatched,
        sum(
            case
                when trade_lines.kind = 'delivery_receipt'
                    and (trade_lines.qty > 0) = (trade_lines.is_reversal = 0)
                    then trade_lines.qty
                else 0
            end
        ) as signed,
        sum(
            case
                when trade_lines.kind = 'delivery_receipt'
                    and (trade_lines.qty > 0) <> (trade_lines.is_reversal = 0)
                    then -trade_lines.qty
                else 0
            end
        ) as refused
    from trade_lines as trade_lines
    group by trade_lines.month_key, trade_lines.subject
),
estimate_sums as (
    select
        document.business_date / 100 as month_key,
        sum(case when document.kind = 'purchase_invoice' then 1 else 0 end) as lines,
        sum(accrual.amount) as amount
    from accrual_line as accrual
    inner join document as document on document.seq = accrual.seq
    where accrual.seq <= @to_seq
    group by document.business_date / 100
),
invoice_sums as (
    select
        document.business_date / 100 as month_key,
        count(*) as lines,
        sum(line.qty) as qty,
        sum(line.net_amount) as net,
        sum(line.tax_amount) as tax
    from invoice_line as line
    inner join document as document on document.seq = line.seq
    where line.seq <= @to_seq and document.kind <> 'sales_invoice_request'
    group by document.business_date / 100
),
promotion_sums as (
    select
        document.business_date / 100 as month_key,
        count(*) as lines,
        sum(line.list_amount) as list,
        sum(line.discount_amount) as discount
    from document_line as line
    inner join document as document on document.seq = line.seq
    where
        line.seq <= @to_seq
        and line.promotion_id > 0
        and document.kind in (
            'sale', 'sale_return', 'delivery_receipt', 'leftover_return', 'exchange',
            'consignment_settlement', 'consigned_sale', 'voucher_redeem', 'lend_sale'
        )
        and (
            document.kind <> 'delivery_receipt'
            or (line.qty > 0) = (document.is_reversal = 0)
        )
    group by document.business_date / 100
),
measures as (
    select line_sums.month_key, 'sales_lines' as measure, line_sums.lines as total from line_sums
    union all
    select adjustment_sums.month_key, 'sales_lines', adjustment_sums.lines from adjustment_sums
    union all
    select line_sums.month_key, 'sales_tickets', line_sums.tickets from line_sums
    union all
    select line_sums.month_key, 'sales_qty', line_sums.qty from line_sums
    union all
    select line_sums.month_key, 'sales_list', line_sums.list from line_sums
    union all
    select line_sums.month_key, 'sales_management_cost', line_sums.management_cost from line_sums
    union all
    select line_sums.month_key, 'sales_net', line_sums.net from line_sums
    union all
    select line_sums.month_key, 'sales_tax', line_sums.tax from line_sums
    union all
    select line_sums.month_key, 'sales_discount', line_sums.discount from line_sums
    union all
    select line_sums.month_key, 'sales_cost', line_sums.cost from line_sums
    union all
    select adjustment_sums.month_key, 'sales_cost', adjustment_sums.cost from adjustment_sums
    union all
    select stock_sums.month_key, 'stock_lines', stock_sums.lines from stock_sums
    union all
    select document.business_date / 100, 'batch_lines', count(*)
    from batch as batch
    inner join document as document on document.seq = batch.seq
    where batch.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'trace_code_lines', count(*)
    from trace_code as step
    inner join document as document on document.seq = step.seq
    where step.seq <= @to_seq
    group by document.business_date / 100
    union all
    select stock_sums.month_key, 'stock_qty', stock_sums.qty from stock_sums
    union all
    select stock_sums.month_key, 'stock_value', stock_sums.value from stock_sums
    union all
    select document.business_date / 100, 'store_documents', count(*)
    from document as document
    where document.seq <= @to_seq and document.store_id > 0
    group by document.business_date / 100
    union all
    select movement.business_date / 100, 'money_amount', sum(movement.amount)
    from money_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100
    union all
    select trade_sums.month_key, 'order_lines', trade_sums.lines from trade_sums
    where trade_sums.subject = 'order'
    union all
    select trade_sums.month_key, 'order_qty', trade_sums.qty from trade_sums
    where trade_sums.subject = 'order'
    union all
    select trade_sums.month_key, 'order_net', trade_sums.net from trade_sums
    where trade_sums.subject = 'order'
    union all
    select trade_sums.month_key, 'order_tax', trade_sums.tax from trade_sums
    where trade_sums.subject = 'order'
    union all
    select trade_sums.month_key, 'purchase_lines', trade_sums.lines from trade_sums
    where trade_sums.subject = 'purchase'
    union all
    select trade_sums.month_key, 'purchase_qty', trade_sums.qty from trade_sums
    where trade_sums.subject = 'purchase'
    union all
    select trade_sums.month_key, 'purchase_net', trade_sums.net from trade_sums
    where trade_sums.subject = 'purchase'
    union all
    select trade_sums.month_key, 'purchase_tax', trade_sums.tax from trade_sums
    where trade_sums.subject = 'purchase'
    union all
    select trade_sums.month_key, 'purchase_landed', trade_sums.landed from trade_sums
    where trade_sums.subject = 'purchase'
    union all
    select trade_sums.month_key, 'delivery_lines', trade_sums.lines from trade_sums
    where trade_sums.subject = 'delivery'
    union all
    select trade_sums.month_key, 'delivery_dispatched', trade_sums.dispatched from trade_sums
    where trade_sums.subject = 'delivery'
    union all
    select trade_sums.month_key, 'delivery_signed', trade_sums.signed from trade_sums
    where trade_sums.subject = 'delivery'
    union all
    select trade_sums.month_key, 'delivery_refused', trade_sums.refused from trade_sums
    where trade_sums.subject = 'delivery'
    union all
    select estimate_sums.month_key, 'purchase_lines', estimate_sums.lines from estimate_sums
    union all
    select estimate_sums.month_key, 'purchase_estimate', estimate_sums.amount from estimate_sums
    union all
    select invoice_sums.month_key, 'invoice_lines', invoice_sums.lines from invoice_sums
    union all
    select invoice_sums.month_key, 'invoice_qty', invoice_sums.qty from invoice_sums
    union all
    select invoice_sums.month_key, 'invoice_net', invoice_sums.net from invoice_sums
    union all
    select invoice_sums.month_key, 'invoice_tax', invoice_sums.tax from invoice_sums
    union all
    select promotion_sums.month_key, 'promotion_lines', promotion_sums.lines from promotion_sums
    union all
    select promotion_sums.month_key, 'promotion_list', promotion_sums.list from promotion_sums
    union all
    select promotion_sums.month_key, 'promotion_discount', promotion_sums.discount
    from promotion_sums
    union all
    select 0, 'price_lines', count(*) from price as price where price.seq <= @to_seq
    union all
    select 0, 'price_lines', count(*) from customer_price as price where price.seq <= @to_seq
    union all
    select 0, 'approval_lines', count(*) from status_change as step where step.seq <= @to_seq
    union all
    select item.business_date / 100, 'open_item_lines', count(*)
    from open_item as item
    where item.seq <= @to_seq
    group by item.business_date / 100
    union all
    select item.business_date / 100, 'open_item_amount', sum(item.amount)
    from open_item as item
    where item.seq <= @to_seq
    group by item.business_date / 100
    union all
    select allocation.business_date / 100, 'allocation_lines', count(*)
    from allocation as allocation
    where allocation.seq <= @to_seq
    group by allocation.business_date / 100
    union all
    select allocation.business_date / 100, 'allocation_debit', sum(allocation.amount)
    from allocation as allocation
    where allocation.seq <= @to_seq
    group by allocation.business_date / 100
    union all
    select allocation.business_date / 100, 'allocation_credit', -sum(allocation.amount)
    from allocation as allocation where allocation.seq <= @to_seq
    group by allocation.business_date / 100
    union all
    select movement.business_date / 100, 'member_lines', count(*) from member_movement as movement
    where movement.seq <= @to_seq group by movement.business_date / 100
    union all
    select movement.business_date / 100, 'member_' || movement.measure, sum(movement.amount)
    from member_movement as movement
    where movement.seq <= @to_seq
    group by movement.business_date / 100, movement.measure
    union all
    select 0, 'limit_lines', count(*) from limit_rule as rule where rule.version_id <= @to_seq
    union all
    select 0, 'limit_min', coalesce(sum(rule.min_qty), 0) from limit_rule as rule
    where rule.version_id <= @to_seq and rule.min_qty > 0
    union all
    select 0, 'limit_max', coalesce(sum(rule.max_qty), 0) from limit_rule as rule
    where rule.version_id <= @to_seq and rule.max_qty > 0
    union all
    select 0, 'limit_amount', coalesce(sum(rule.amount), 0) from limit_rule as rule
    where rule.version_id <= @to_seq and rule.amount > 0
    union all
    select 0, 'aging_band_lines', count(*) from aging_band as band where band.version_id <= @to_seq
    union all
    select 0, 'aging_band_days', coalesce(sum(band.days), 0) from aging_band as band
    where band.version_id <= @to_seq and band.days > 0
    union all
    select 0, 'aging_band_rate', coalesce(sum(band.provision_rate), 0) from aging_band as band
    where band.version_id <= @to_seq
    union all
    select 0, 'store_comparison_days', coalesce(sum(said.from_date), 0)
    from store_comparison as said where said.version_id <= @to_seq
    union all
    select 0, 'store_comparison_' || said.choice, count(*) from store_comparison as said
    where said.version_id <= @to_seq group by said.choice
    union all
    select target.month_key, 'target_lines', count(*) from target as target
    where target.version_id <= @to_seq group by target.month_key
    union all
    select target.month_key, 'target_floor', sum(target.floor_amount) from target as target
    where target.version_id <= @to_seq group by target.month_key
    union all
    select target.month_key, 'target_amount', sum(target.target_amount) from target as target
    where target.version_id <= @to_seq group by target.month_key
    union all
    select target.month_key, 'target_stretch', sum(target.stretch_amount) from target as target
    where target.version_id <= @to_seq group by target.month_key
    union all
    select budget.month_key, 'budget_lines', count(*) from budget as budget
    where budget.version_id <= @to_seq group by budget.month_key
    union all
    select budget.month_key, 'budget_amount', sum(budget.amount) from budget as budget
    where budget.version_id <= @to_seq group by budget.month_key
    union all
    select document.business_date / 100, 'tender_lines', count(*)
    from document_tender as part
    inner join document as document on document.seq = part.seq
    where part.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'tender_amount', sum(part.amount)
    from document_tender as part
    inner join document as document on document.seq = part.seq
    where part.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'tender_change', sum(part.change_amount)
    from document_tender as part
    inner join document as document on document.seq = part.seq
    where part.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'tender_points', sum(part.points)
    from document_tender as part
    inner join document as document on document.seq = part.seq
    where part.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'coupon_used', sum(part.amount)
    from document_tender as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and part.coupon_code <> ''
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'coupon_lines', count(*)
    from coupon as coupon
    inner join document as document on document.seq = coupon.seq
    where coupon.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'coupon_face', sum(coupon.face_amount)
    from coupon as coupon
    inner join document as document on document.seq = coupon.seq
    where coupon.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'insurance_lines', count(*)
    from insurance_claim as claim
    inner join document as document on document.seq = claim.seq
    where claim.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'insurance_claimed', sum(claim.amount)
    from insurance_claim as claim
    inner join document as document on document.seq = claim.seq
    where claim.seq <= @to_seq
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'insurance_lines', count(*)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind = 'insurance_review'
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'insurance_reviewed', sum(part.amount)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind = 'insurance_review'
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'expense_lines', count(*)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind in (
            'expense_request', 'expense', 'advance_expense_request', 'advance_expense',
            'advance_expense_settlement'
        )
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'expense_amount', sum(part.amount)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind in (
            'expense_request', 'expense', 'advance_expense_request', 'advance_expense',
            'advance_expense_settlement'
        )
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'expense_tax', sum(part.tax_amount)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind in (
            'expense_request', 'expense', 'advance_expense_request', 'advance_expense',
            'advance_expense_settlement'
        )
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'rebate_lines', count(*)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind in ('customer_rebate', 'supplier_rebate')
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'rebate_lines', count(*)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind in ('customer_rebate_payment', 'supplier_rebate_receipt')
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'rebate_booked', sum(part.amount + part.tax_amount)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind in ('customer_rebate', 'supplier_rebate')
    group by document.business_date / 100
    union all
    select document.business_date / 100, 'rebate_paid', sum(part.amount)
    from document_money as part
    inner join document as document on document.seq = part.seq
    where
        part.seq <= @to_seq
        and document.kind in ('customer_rebate_payment', 'supplier_rebate_receipt')
    group by document.business_date / 100
)
select
    measures.month_key,
    measures.measure,
    cast(sum(measures.total) as bigint) as total
from measures as measures
group by measures.month_key, measures.measure
order by measures.month_key, measures.measure;
