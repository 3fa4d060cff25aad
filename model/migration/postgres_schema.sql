-- The statement that creates the first schema of the search path; no row where it is there.
with wanted as (
    select trim(both ' "' from split_part(current_setting('search_path'), ',', 1)) as name
)

select format('create schema %I', wanted.name) as statement
from wanted
where
    wanted.name not in ('', '$user')
    and not exists (select 1 from pg_namespace where pg_namespace.nspname = wanted.name);
