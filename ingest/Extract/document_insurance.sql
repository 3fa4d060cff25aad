-- Tickets that the medical insurance settled; of older ones those whose cost was adjusted since.
select
    insurance.seq,
    insurance.settlement_type
from document_insurance as insurance
where
    @old_seq > 0
    and insurance.seq <= @old_seq
    and insurance.seq in (
        select adjustment.original_seq
        from cost_adjustment as adjustment
        where adjustment.seq > @old_seq and adjustment.seq <= @to_seq
    )
union all
select
    insurance.seq,
    insurance.settlement_type
from document_insurance as insurance
where insurance.seq > @from_seq and insurance.seq <= @to_seq
order by seq;
