-- Entries after one and up to another, by kind, with the documents among them that bear an earlier
-- date and the adjustments of cost that they made.
select
    entry.kind as kind,
    count(*) as entry_count,
    coalesce(sum(document.is_backdated), 0) as backdated_count,
    coalesce(sum(adjusted.line_count), 0) as adjustment_count,
    coalesce(sum(adjusted.cost_amount), 0) as adjusted_amount
from entry as entry
left join document as document on document.seq = entry.seq
left join (
    select
        adjustment.seq as seq,
        count(*) as line_count,
        sum(adjustment.cost_amount) as cost_amount
    from cost_adjustment as adjustment
    where adjustment.seq > @from_seq and adjustment.seq <= @to_seq
    group by adjustment.seq
) as adjusted on adjusted.seq = entry.seq
where entry.seq > @from_seq and entry.seq <= @to_seq
group by entry.kind
order by entry.kind;
