select party_name, phone, address, salt from party_private where version_id = @version_id;
