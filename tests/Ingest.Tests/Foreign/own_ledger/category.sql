-- The last version of each.
select
    one.category_code,
    one.category_name,
    parent.category_code as parent_code
from category as one
left join category as parent on parent.category_id = one.parent_id
where one.version_id = (
    select max(later.version_id) from category as later where later.category_id = one.category_id
);
