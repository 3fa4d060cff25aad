insert into state_invoice_no (invoice_code, invoice_no, seq)
values (@invoice_code, @invoice_no, @seq)
on conflict (invoice_code, invoice_no) do update set seq = excluded.seq;
