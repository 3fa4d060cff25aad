-- Categories: one version each, from the beginning.
insert into staging_category by name
select
    source_key('category', incoming.category_code) as version_id,
    source_key('category', incoming.category_code) as category_id,
    incoming.category_code as category_code,
    incoming.category_name as category_name,
    coalesce(source_key('category', incoming.parent_code), -1) as parent_id,
    0 as recorded_at,
from incoming_category as incoming;
