-- Versions of means of payment, sorted by tender_key.
insert into dim_tender by name
select
    -1 as tender_key,
    -1 as tender_id,
    '' as payment_means_code,
    '' as payment_means_name,
    '' as payment_means_kind,
    '' as payment_means_account,
    false as is_discount,
    0::decimal(18, 6) as fee_rate,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    tender.version_id as tender_key,
    tender.tender_id as tender_id,
    tender.tender_code as payment_means_code,
    tender.tender_name as payment_means_name,
    tender.tender_kind as payment_means_kind,
    tender.account_code as payment_means_account,
    tender.is_discount = 1 as is_discount,
    (tender.fee_rate * 0.000001)::decimal(18, 6) as fee_rate,
    tender.is_active = 1 as is_active,
    epoch_ms(tender.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(tender.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(tender.version_id) over versions is null as is_current,
from staging_tender as tender
window versions as (partition by tender.tender_id order by tender.version_id)
order by tender_key;
