-- Measures of what lies in stock by batch; as those of fact_daily_stock.
create or replace macro near_expiry_qty_on(
    closing_qty, batch_end_date, from_date, to_date, on_date, within_days
) as
    sum(
        case
            when on_date between from_date and to_date
                and batch_end_date >= on_date
                and batch_end_date <= on_date + within_days
                then closing_qty
            else 0
        end
    );
create or replace macro expired_qty_on(
    closing_qty, batch_end_date, from_date, to_date, on_date
) as
    sum(
        case
            when on_date between from_date and to_date and batch_end_date < on_date
                then closing_qty
            else 0
        end
    );
