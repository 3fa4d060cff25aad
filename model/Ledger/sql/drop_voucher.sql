delete from state_voucher
where series = @series and voucher_no = @voucher_no;
