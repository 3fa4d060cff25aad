-- Documents reversed at their own moment and their reversals that are not kept as such, and the
-- other way round.
with pair as (
    select original.seq as original_seq, reversal.seq as reversal_seq
    from document as reversal
    inner join document as original on original.seq = reversal.original_seq
    where reversal.is_reversal = 1 and reversal.business_at = original.business_at
),

expected as (
    select pair.original_seq as seq
    from pair
    union all
    select pair.reversal_seq
    from pair
)

select expected.seq
from expected
left join state_reversed on state_reversed.seq = expected.seq
where state_reversed.seq is null
union all
select state_reversed.seq
from state_reversed
left join expected on expected.seq = state_reversed.seq
where expected.seq is null;
