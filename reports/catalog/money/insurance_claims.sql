-- title:  医保结算 | Settlement of insurance claims
-- grain:  store_code, claim_month_key, scheme, party_code
-- params: period text = last_365_days
--         from_date date optional
--         to_date date optional
--         as_of date = today
--         amount_unit text = yuan in yuan|wan
-- drill:  money/open_items
-- why:    各门店、申报月、险种：申报了多少，审核扣款、预留保证金多少，应拨、已拨、未拨多少，截至某日。
--         审核归到它所结的申报；一笔审核结几笔申报的，按各自核减分摊。不是小票上记账的医保款：
--         那还没申报。期间指申报月。以后退还的保证金不算在此。 |
--         Of each store, claim month and scheme: what was claimed of the office, what its reviews
--         deducted (扣款) and kept as a deposit (保证金), what is to be paid by that, what was paid and
--         what is open, as of a day. A review belongs to the claims it settles; one that settles
--         several is parted by what it takes off each. Not what tickets left owed: that is claimed
--         later. The period is that of claim months. Deposits paid out later do not count here.
with claims as (
    select
        insurance_claim.document_key,
        insurance_claim.store_code,
        insurance_claim.store_name,
        insurance_claim.party_code,
        insurance_claim.party_name,
        insurance_claim.claim_month_key,
        insurance_claim.scheme,
        sum(insurance_claim.claimed_amount) as claimed,
    from insurance_claim
    where
        insurance_claim.document_kind = 'insurance_claim'
        and insurance_claim.business_date <= $as_of
        and insurance_claim.claim_month_key
            between strftime($from_date::date, '%Y%m')::integer
            and strftime($to_date::date, '%Y%m')::integer
    group by all
),

reviews as (
    select
        insurance_claim.document_key,
        sum(insurance_claim.deducted_amount) as deducted,
        sum(insurance_claim.deducted_amount + insurance_claim.deposit_amount) as taken,
    from insurance_claim
    where insurance_claim.document_kind = 'insurance_review'
    group by insurance_claim.document_key
),

settled as (
    select
        allocation.document_key,
        allocation.document_kind,
        allocation.item_document_key,
        sum(allocation.settled_amount) as amount,
    from allocation
    where
        allocation.side = 'debit'
        and allocation.document_kind <> 'insurance_claim'
        and allocation.business_date <= $as_of
    group by allocation.document_key, allocation.document_kind, allocation.item_document_key
),

-- What of a review's deductions has gone to claims up to each: differences of it add up exactly.
taken as (
    select
        settled.item_document_key,
        settled.amount,
        round(
            reviews.deducted * sum(settled.amount) over upto / nullif(reviews.taken, 0), 2
        ) - round(
            reviews.deducted * (sum(settled.amount) over upto - settled.amount)
            / nullif(reviews.taken, 0),
            2
        ) as deducted,
    from settled
    inner join reviews on reviews.document_key = settled.document_key
    window upto as (
        partition by settled.document_key
        order by settled.item_document_key
        rows unbounded preceding
    )
),

of_claim as (
    select
        taken.item_document_key as document_key,
        sum(taken.deducted) as deducted,
        sum(taken.amount - taken.deducted) as deposit,
        0 as paid,
    from taken
    group by taken.item_document_key
    union all
    select settled.item_document_key, 0, 0, sum(settled.amount)
    from settled
    where settled.document_kind <> 'insurance_review'
    group by settled.item_document_key
),

summed as (
    select
        of_claim.document_key,
        sum(of_claim.deducted) as deducted,
        sum(of_claim.deposit) as deposit,
        sum(of_claim.paid) as paid,
    from of_claim
    group by of_claim.document_key
)

select
    claims.store_code as store_code,
    max(claims.store_name) as store_name,
    claims.claim_month_key as claim_month_key,
    claims.scheme as scheme,
    claims.party_code as party_code,
    max(claims.party_name) as party_name,
    sum(claims.claimed) as claimed_amount,
    coalesce(sum(summed.deducted), 0)::decimal(18, 4) as deducted_amount,
    coalesce(sum(summed.deposit), 0)::decimal(18, 4) as deposit_amount,
    (
        sum(claims.claimed) - coalesce(sum(summed.deducted + summed.deposit), 0)
    )::decimal(18, 4) as approved_amount,
    coalesce(sum(summed.paid), 0) as received_amount,
    (
        sum(claims.claimed) - coalesce(sum(summed.deducted + summed.deposit + summed.paid), 0)
    )::decimal(18, 4) as open_amount,
from claims
left join summed on summed.document_key = claims.document_key
group by claims.store_code, claims.claim_month_key, claims.scheme, claims.party_code
order by claims.store_code, claims.claim_month_key, claims.scheme, claims.party_code
