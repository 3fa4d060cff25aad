insert into state_sale_line (seq, line_no, returned_qty, returned_cost, adjusted_cost)
values (@seq, @line_no, @returned_qty, @returned_cost, @adjusted_cost)
on conflict (seq, line_no) do update set
    returned_qty = excluded.returned_qty,
    returned_cost = excluded.returned_cost,
    adjusted_cost = excluded.adjusted_cost;
