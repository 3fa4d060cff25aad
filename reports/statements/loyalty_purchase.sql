-- What each customer bought, by day and store, up to $as_of: those with a record of their own.
-- Walk-ins, the company's own people and cards that stores hold are no customers, told by class or
-- name; those that buy as a card of the store does, by their purchases: more than three tickets a
-- day on five days or more of a month.
create or replace temp table purchase as
with sold as (
    select
        sales.party_id as party_id,
        sales.business_date as business_date,
        sales.store_id as store_id,
        sum(sales.ticket_count) as ticket_count,
        sum(sales.qty) as qty,
        sum(sales.net_amount) as net_amount,
        sum(sales.margin_amount) as margin_amount,
    from fact_sales as sales
    where sales.party_id > 0 and sales.business_date <= $as_of
    group by sales.party_id, sales.business_date, sales.store_id
),
busy_day as (
    select sold.party_id, sold.business_date
    from sold
    group by sold.party_id, sold.business_date
    having sum(sold.ticket_count) > 3
),
suspected as (
    select distinct busy_day.party_id
    from busy_day
    group by busy_day.party_id, date_trunc('month', busy_day.business_date)
    having count(*) >= 5
),
customer as (
    select
        party.party_id as party_id,
        case when party.member_level_code <> '' then 'member' else 'wholesale' end
            as population_kind,
        party.party_class_code as party_class_code,
    from dim_party as party
    where
        party.is_current
        and party.is_customer
        and party.party_name <> '散客'
        and not regexp_matches(
            party.party_class_name || ' ' || party.party_class_code, '散客|员工|walk.?in|staff', 'i'
        )
        and not regexp_matches(party.party_name, '工卡|公卡|店卡')
        and party.party_name not in (select store.store_name from dim_store as store)
)
select
    sold.party_id as party_id,
    customer.population_kind as population_kind,
    customer.party_class_code as party_class_code,
    sold.business_date as business_date,
    sold.store_id as store_id,
    sold.ticket_count as ticket_count,
    sold.qty as qty,
    sold.net_amount as net_amount,
    sold.margin_amount as margin_amount,
from sold
inner join customer on customer.party_id = sold.party_id
where
    customer.population_kind = 'wholesale'
    or sold.party_id not in (select suspected.party_id from suspected);
