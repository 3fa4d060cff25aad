-- Versions of categories, with the moment each was recorded.
select
    category.version_id,
    category.category_id,
    category.category_code,
    category.category_name,
    category.parent_id,
    entry.recorded_at
from category as category
inner join entry as entry on entry.seq = category.version_id
where category.version_id <= @to_seq
order by category.version_id;
