-- Documents after one entry and up to another: those that bear an earlier date first, then those
-- that adjusted costs, then the others as they were posted.
select
    document.seq as seq,
    document.kind as kind,
    document.document_no as document_no,
    document.business_date as business_date,
    document.is_backdated as is_backdated,
    coalesce(adjusted.line_count, 0) as adjustment_count,
    coalesce(adjusted.cost_amount, 0) as adjusted_amount
from document as document
left join (
    select
        adjustment.seq as seq,
        count(*) as line_count,
        sum(adjustment.cost_amount) as cost_amount
    from cost_adjustment as adjustment
    where adjustment.seq > @from_seq and adjustment.seq <= @to_seq
    group by adjustment.seq
) as adjusted on adjusted.seq = document.seq
where document.seq > @from_seq and document.seq <= @to_seq
order by document.is_backdated desc, coalesce(adjusted.line_count, 0) desc, document.seq
limit @row_limit;
