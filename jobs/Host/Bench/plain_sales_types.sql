-- The types of a sale line's columns, in their order.
select described.column_type
from (describe plain_sales) as described;
