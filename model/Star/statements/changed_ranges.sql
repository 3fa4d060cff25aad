-- How the rows of a table differ between two generations,
-- of ranges of days, by what they are of and where they begin.
with line as (
    select
        false as is_after,
        hash(*columns('_id$|^from_date$')) as row_key,
        hash(older) as digest,
    from query_table($before_name) as older
    union all
    select
        true as is_after,
        hash(*columns('_id$|^from_date$')) as row_key,
        hash(newer) as digest,
    from query_table($after_name) as newer
),
matched as (
    select
        line.row_key as row_key,
        count(*) filter (where not line.is_after) as before_count,
        count(*) filter (where line.is_after) as after_count,
        sum(line.digest) filter (where not line.is_after) as before_digest,
        sum(line.digest) filter (where line.is_after) as after_digest,
    from line
    group by line.row_key
)
select
    coalesce(sum(greatest(matched.after_count - matched.before_count, 0)), 0)::bigint as added,
    coalesce(sum(greatest(matched.before_count - matched.after_count, 0)), 0)::bigint as removed,
    coalesce(
        sum(matched.after_count) filter (
            where matched.before_count = matched.after_count
                and matched.before_digest <> matched.after_digest
        ),
        0
    )::bigint as changed,
from matched;
