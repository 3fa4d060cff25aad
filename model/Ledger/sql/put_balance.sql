insert into state_balance (account, party_id, amount)
values (@account, @party_id, @amount)
on conflict (account, party_id) do update set
    amount = excluded.amount;
