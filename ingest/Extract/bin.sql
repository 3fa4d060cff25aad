-- Versions of bins, with the moment each was recorded.
select
    bin.version_id,
    bin.bin_id,
    bin.bin_code,
    bin.bin_name,
    bin.depot_id,
    bin.area_code,
    bin.is_locked,
    bin.is_active,
    entry.recorded_at
from bin as bin
inner join entry as entry on entry.seq = bin.version_id
where bin.version_id <= @to_seq
order by bin.version_id;
