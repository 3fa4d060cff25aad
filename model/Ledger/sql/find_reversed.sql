select count(*) as reversed
from state_reversed
where seq = @seq;
