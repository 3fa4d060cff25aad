select level_id from state_member_level where party_id = @party_id;
