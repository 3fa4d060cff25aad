insert into plain (c0, c1, c2, c3, c4, c5, c6, c7)
select c0, c1, c2, c3, c4, c5, c6, c7
from unnest(@c0, @c1, @c2, @c3, @c4, @c5, @c6, @c7) as given (c0, c1, c2, c3, c4, c5, c6, c7);
