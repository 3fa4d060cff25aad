select cast(coalesce(min(origin_date), 0) as bigint) as origin_date
from state_open_item
where account = @account and party_id = @party_id and remaining > 0;
