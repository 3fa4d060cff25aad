select amount
from state_tender_day
where
    store_id = @store_id
    and business_date = @business_date
    and shift_no = @shift_no
    and till_code = @till_code
    and tender_id = @tender_id;
