select employee_id, seq from state_first_clerk where party_id = @party_id;
