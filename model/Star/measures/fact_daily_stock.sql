-- Measures of what lies in stock. A row holds for each day from from_date to to_date, so each asks
-- for a day or a period, which the parameters that are no columns are. Stock is never summed over
-- days, except to be divided by their number.
create or replace macro stock_qty_on(closing_qty, from_date, to_date, on_date) as
    sum(case when on_date between from_date and to_date then closing_qty else 0 end);
create or replace macro stock_value_on(closing_value_amount, from_date, to_date, on_date) as
    sum(case when on_date between from_date and to_date then closing_value_amount else 0 end);
create or replace macro stock_qty_days(closing_qty, from_date, to_date, period_from, period_to) as
    sum(
        closing_qty * greatest(
            least(to_date, period_to) - greatest(from_date, period_from) + 1, 0
        )::integer
    );
create or replace macro stock_value_days(
    closing_value_amount, from_date, to_date, period_from, period_to
) as
    sum(
        closing_value_amount * greatest(
            least(to_date, period_to) - greatest(from_date, period_from) + 1, 0
        )::integer
    );
create or replace macro stockout_days(closing_qty, from_date, to_date, period_from, period_to) as
    sum(
        case when closing_qty <= 0 then greatest(
            least(to_date, period_to) - greatest(from_date, period_from) + 1, 0
        )::integer else 0 end
    );
create or replace macro period_in_qty(in_qty, from_date, period_from, period_to) as
    sum(case when from_date between period_from and period_to then in_qty else 0 end);
create or replace macro period_out_qty(out_qty, from_date, period_from, period_to) as
    sum(case when from_date between period_from and period_to then out_qty else 0 end);
create or replace macro moving_item_count(item_id, out_qty, from_date, period_from, period_to) as
    count(distinct case
        when out_qty > 0 and from_date between period_from and period_to then item_id
    end);
