-- The last version of each.
select
    one.store_code,
    one.store_name,
    one.store_kind
from store as one
where one.version_id = (
    select max(later.version_id) from store as later where later.store_id = one.store_id
);
