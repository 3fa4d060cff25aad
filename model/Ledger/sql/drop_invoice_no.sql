delete from state_invoice_no
where invoice_code = @invoice_code and invoice_no = @invoice_no;
