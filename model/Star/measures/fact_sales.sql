-- Measures of sales. Parameters are named after the columns they sum. A rate divides sums and is
-- never averaged; null where there was nothing to divide by.
create or replace macro sales_qty(qty) as sum(qty);
create or replace macro list_amount(list_amount) as sum(list_amount);
create or replace macro gross_amount(gross_amount) as sum(gross_amount);
create or replace macro sales_amount(net_amount) as sum(net_amount);
create or replace macro tax_amount(tax_amount) as sum(tax_amount);
create or replace macro discount_amount(discount_amount) as sum(discount_amount);
create or replace macro cost_amount(cost_amount) as sum(cost_amount);
create or replace macro margin_amount(margin_amount) as sum(margin_amount);
create or replace macro margin_rate(margin_amount, net_amount) as
    case when sum(net_amount) > 0 then sum(margin_amount) / sum(net_amount) end;
create or replace macro management_cost_amount(management_cost_amount) as
    sum(management_cost_amount);
create or replace macro management_margin_amount(net_amount, management_cost_amount) as
    sum(net_amount) - sum(management_cost_amount);
create or replace macro management_margin_rate(net_amount, management_cost_amount) as
    case
        when sum(net_amount) > 0
            then (sum(net_amount) - sum(management_cost_amount)) / sum(net_amount)
    end;
create or replace macro discount_rate(discount_amount, list_amount) as
    case when sum(list_amount) > 0 then sum(discount_amount) / sum(list_amount) end;
create or replace macro ticket_count(ticket_count) as sum(ticket_count);
create or replace macro average_ticket_amount(gross_amount, ticket_count) as
    case when sum(ticket_count) > 0 then sum(gross_amount) / sum(ticket_count) end;
create or replace macro items_per_ticket(qty, ticket_count) as
    case when sum(ticket_count) > 0 then sum(qty) / sum(ticket_count) end;
create or replace macro average_price_amount(net_amount, qty) as
    case when sum(qty) > 0 then sum(net_amount) / sum(qty) end;
create or replace macro return_qty(qty, is_return) as
    coalesce(-sum(qty) filter (is_return), 0);
create or replace macro return_amount(gross_amount, is_return) as
    coalesce(-sum(gross_amount) filter (is_return), 0);
create or replace macro return_rate(gross_amount, is_return) as
    case
        when sum(gross_amount) filter (not is_return) > 0
            then coalesce(-sum(gross_amount) filter (is_return), 0)
                / sum(gross_amount) filter (not is_return)
    end;
create or replace macro gift_qty(qty, line_purpose) as
    coalesce(sum(qty) filter (line_purpose = 'gift'), 0);
create or replace macro gift_cost_amount(cost_amount, line_purpose) as
    coalesce(sum(cost_amount) filter (line_purpose = 'gift'), 0);
create or replace macro member_amount(gross_amount, is_member) as
    coalesce(sum(gross_amount) filter (is_member), 0);
create or replace macro member_rate(gross_amount, is_member) as
    case
        when sum(gross_amount) > 0
            then coalesce(sum(gross_amount) filter (is_member), 0) / sum(gross_amount)
    end;
create or replace macro insured_amount(gross_amount, is_insured) as
    coalesce(sum(gross_amount) filter (is_insured), 0);
create or replace macro insured_rate(gross_amount, is_insured) as
    case
        when sum(gross_amount) > 0
            then coalesce(sum(gross_amount) filter (is_insured), 0) / sum(gross_amount)
    end;
create or replace macro promoted_amount(gross_amount, is_promoted) as
    coalesce(sum(gross_amount) filter (is_promoted), 0);
create or replace macro promoted_rate(gross_amount, is_promoted) as
    case
        when sum(gross_amount) > 0
            then coalesce(sum(gross_amount) filter (is_promoted), 0) / sum(gross_amount)
    end;
create or replace macro buyer_count(party_id) as
    count(distinct party_id) filter (party_id > 0);
create or replace macro item_count(item_id, document_kind) as
    count(distinct item_id) filter (document_kind <> 'cost_adjustment');
create or replace macro selling_day_count(business_date, document_kind) as
    count(distinct business_date) filter (document_kind <> 'cost_adjustment');
create or replace macro line_ticket_count(document_key, is_return, qty) as
    count(distinct document_key) filter (not is_return and qty <> 0);
