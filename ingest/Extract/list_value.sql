-- Versions of values of lists, with the moment each was recorded.
select
    list_value.version_id,
    list_value.list_value_id,
    list_value.list_name,
    list_value.value_code,
    list_value.value_name,
    list_value.parent_id,
    list_value.is_active,
    entry.recorded_at
from list_value as list_value
inner join entry as entry on entry.seq = list_value.version_id
where list_value.version_id <= @to_seq
order by list_value.version_id;
