insert into party_private (version_id, party_name, phone, address, salt)
values (@version_id, @party_name, @phone, @address, @salt);
