select seq, line_no, used_seq from state_coupon where coupon_code = @coupon_code;
