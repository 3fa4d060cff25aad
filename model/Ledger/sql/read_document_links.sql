select
    later.seq,
    later.document_key,
    later.kind,
    later.document_no,
    later.is_reversal
from document as later
where
    later.seq in (
        select taken.seq from state_taken_back as taken where taken.source_seq = @seq
        union
        select state.seq
        from state_document as state
        where state.document_key = @reversal_key and state.seq > 0
    )
order by later.seq;
