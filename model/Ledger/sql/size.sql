-- Bytes of the book on its disk, about.
select pages.page_count * sizes.page_size as bytes
from pragma_page_count() as pages
cross join pragma_page_size() as sizes;
