-- Stores and depots are one kind of thing there.
select
    place.usercode as store_code,
    place.fullname as store_name
from stock as place
where place.sonnum = 0
order by place.typeid;
