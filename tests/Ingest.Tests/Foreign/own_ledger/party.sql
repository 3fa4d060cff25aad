-- The last version of each.
select
    one.party_code,
    one.party_code as party_name,
    one.is_customer,
    one.is_supplier
from party as one
where one.version_id = (
    select max(later.version_id) from party as later where later.party_id = one.party_id
);
