-- Of trace codes that later entries move, the last step before and how many there were; each is
-- found by the index on codes.
select
    last_step.seq,
    last_step.location,
    before.steps,
    last_step.code
from (
    select
        step.code,
        max(step.seq) as seq,
        count(*) as steps
    from trace_code as step
    where
        @from_seq > 0
        and step.seq <= @from_seq
        and step.code in (
            select later.code
            from trace_code as later
            where later.seq > @from_seq and later.seq <= @to_seq
        )
    group by step.code
) as before
inner join trace_code as last_step
    on last_step.code = before.code and last_step.seq = before.seq
order by last_step.code;
