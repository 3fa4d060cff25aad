insert into plain (c0, c1, c2, c3, c4, c5, c6, c7) values (@c0, @c1, @c2, @c3, @c4, @c5, @c6, @c7);
