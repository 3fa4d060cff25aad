insert into state_tender_day (store_id, business_date, shift_no, till_code, tender_id, amount)
values (@store_id, @business_date, @shift_no, @till_code, @tender_id, @amount)
on conflict (store_id, business_date, shift_no, till_code, tender_id) do update set
    amount = excluded.amount;
