-- Measures of sales. Parameters are named after the columns they sum. A rate divides sums and is
-- never averaged; null where there was nothing to divide by.
create or replace macro sales_qty(qty) as sum(qty);
create or replace macro sales_amount(net_amount) as sum(net_amount);
create or replace macro margin_amount(margin_amount) as sum(margin_amount);
create or replace macro margin_rate(margin_amount, net_amount) as
    case when sum(net_amount) > 0 then sum(margin_amount) / sum(net_amount) end;
create or replace macro cost_amount(cost_amount) as sum(cost_amount);
