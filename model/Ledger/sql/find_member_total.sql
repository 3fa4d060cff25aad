select total
from state_member_total
where party_id = @party_id and measure = @measure;
