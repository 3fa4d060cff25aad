-- Versions of cost classes, with the moment each was recorded.
select
    cost_class.version_id,
    cost_class.cost_class_id,
    cost_class.cost_class_code,
    cost_class.cost_class_name,
    cost_class.method,
    cost_class.is_company_wide,
    entry.recorded_at
from cost_class as cost_class
inner join entry as entry on entry.seq = cost_class.version_id
where cost_class.version_id <= @to_seq
order by cost_class.version_id;
