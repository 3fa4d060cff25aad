insert into state_first_clerk (party_id, employee_id, seq)
values (@party_id, @employee_id, @seq)
on conflict (party_id) do update set
    employee_id = excluded.employee_id,
    seq = excluded.seq;
