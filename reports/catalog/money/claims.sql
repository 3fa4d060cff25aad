-- title:  医保申报与扣款 | Insurance claims
-- grain:  by_code, claim_month_key, scheme, fund
-- params: from_month int = 190001
--         to_month int = 220012
--         by dimension = store
-- why:    What was claimed for a month by store, scheme and fund, what the office's review
--         deducted and kept as a deposit, and what it is to pay: claimed less both.
--         Not what it paid: that is in the settlements.
select
    insurance_claim.by_code as by_code,
    max(insurance_claim.by_name) as by_name,
    insurance_claim.claim_month_key as claim_month_key,
    insurance_claim.scheme as scheme,
    insurance_claim.fund as fund,
    sum(insurance_claim.claimed_amount) as claimed_amount,
    sum(insurance_claim.deducted_amount) as deducted_amount,
    sum(insurance_claim.deposit_amount) as deposit_amount,
    sum(
        insurance_claim.claimed_amount
        - insurance_claim.deducted_amount
        - insurance_claim.deposit_amount
    ) as payable_amount,
from insurance_claim
where insurance_claim.claim_month_key between $from_month and $to_month
group by
    insurance_claim.by_code,
    insurance_claim.claim_month_key,
    insurance_claim.scheme,
    insurance_claim.fund
order by
    insurance_claim.claim_month_key desc,
    insurance_claim.by_code,
    insurance_claim.scheme,
    insurance_claim.fund
