select coalesce(cast(sum(amount) as bigint), 0) as earned
from member_movement
where party_id = @party_id and business_date > @business_date and measure = 'points_earned';
