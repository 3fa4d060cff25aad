-- title:  慢病复购与用药依从 | Refills due and adherence
-- grain:  party_code, item_code
-- params: as_of date = today
--         within_days int = 7
--         most_gap_days int = 90
--         owner text optional, store text optional
-- drill:  customers/customer_360
-- why:    有每盒天数的药，按买的先后推算吃到哪天：未来几天该续的和已经断药的，带归属员工。提前买的往后接，
--         依从率 PDC = 有药的天数 ÷ 首次购买到基准日的天数，不超过 1。 |
--         Of medicines that say how many days a pack lasts: until when what was bought lasts, one
--         purchase after the other. Who is due within some days and who has run out, with who owns
--         them. Adherence (PDC) is days covered by days since the first purchase, at most 1.
with bought as (
    select
        sales.party_code,
        sales.item_code,
        sales.business_date,
        max(sales.party_name) as party_name,
        max(sales.item_name) as item_name,
        max(sales.owner_code) as owner_code,
        max(sales.owner_name) as owner_name,
        arg_max(sales.store_code, sales.business_minute) as store_code,
        arg_max(sales.store_name, sales.business_minute) as store_name,
        greatest(floor(sum(sales.qty) * max(sales.days_per_pack)), 0)::integer as days,
    from sales
    where
        sales.days_per_pack > 0
        and sales.party_code <> ''
        and sales.member_level_code <> ''
        and sales.business_date <= $as_of
    group by sales.party_code, sales.item_code, sales.business_date
),

-- What lasts until when: a purchase begins when it is made or when what was there is used up. So it
-- is the latest of the days on which any purchase was made, and all days bought from then on.
running as (
    select
        bought.party_code,
        bought.item_code,
        bought.business_date,
        bought.days,
        sum(bought.days) over (
            partition by bought.party_code, bought.item_code
            order by bought.business_date
        ) as days_so_far,
    from bought
),

covered as (
    select
        running.party_code,
        running.item_code,
        min(running.business_date) as first_date,
        max(running.business_date) as last_date,
        sum(running.days) as all_days,
        max(
            (running.business_date - date '2000-01-01') - (running.days_so_far - running.days)
        )::integer as latest_start,
    from running
    group by running.party_code, running.item_code
),

state as (
    select
        covered.party_code,
        covered.item_code,
        covered.first_date,
        covered.last_date,
        date '2000-01-01' + (covered.latest_start + covered.all_days)::integer as due_date,
        covered.all_days,
    from covered
)

select
    state.party_code as party_code,
    latest.party_name as party_name,
    state.item_code as item_code,
    latest.item_name as item_name,
    latest.owner_name as owner_name,
    latest.store_name as store_name,
    state.first_date as first_purchase_date,
    state.last_date as last_purchase_date,
    state.due_date as refill_due_date,
    greatest($as_of::date - state.due_date, 0) as gap_days,
    case when $as_of::date > state.first_date
        then least(
            (state.all_days - greatest(state.due_date - $as_of::date, 0))
            / ($as_of::date - state.first_date), 1
        )
    end as adherence_rate,
from state
inner join bought as latest
    on latest.party_code = state.party_code
    and latest.item_code = state.item_code
    and latest.business_date = state.last_date
where
    state.due_date <= $as_of::date + $within_days::integer
    and state.due_date >= $as_of::date - $most_gap_days::integer
    and state.all_days > 0
    and coalesce($owner, latest.owner_code) = latest.owner_code
    and coalesce($store, latest.store_code) = latest.store_code
order by gap_days desc, refill_due_date, party_code, item_code
