-- Versions of promotions, with the moment each was recorded.
select
    promotion.version_id,
    promotion.promotion_id,
    promotion.promotion_code,
    promotion.promotion_name,
    promotion.promotion_kind,
    promotion.valid_from,
    promotion.valid_to,
    promotion.is_active,
    entry.recorded_at
from promotion as promotion
inner join entry as entry on entry.seq = promotion.version_id
where promotion.version_id <= @to_seq
order by promotion.version_id;
