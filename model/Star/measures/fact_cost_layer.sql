-- Measures of the age of stock (库龄), as of the last entry: a bound that is null is none.
create or replace macro aged_qty(remaining_qty, received_date, on_date, least_days, most_days) as
    sum(
        case
            when on_date - received_date >= coalesce(least_days, 0)
                and on_date - received_date <= coalesce(most_days, 2147483647)
                then remaining_qty
            else 0
        end
    );
create or replace macro aged_value(
    remaining_value_amount, received_date, on_date, least_days, most_days
) as
    sum(
        case
            when on_date - received_date >= coalesce(least_days, 0)
                and on_date - received_date <= coalesce(most_days, 2147483647)
                then remaining_value_amount
            else 0
        end
    );
