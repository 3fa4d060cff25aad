select
    kind,
    content
from draft
where seq = @seq;
