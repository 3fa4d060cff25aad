select shift_no, till_code, tender_id, amount
from state_tender_day
where store_id = @store_id and business_date = @business_date;
