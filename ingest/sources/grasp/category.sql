-- Branches of goods. A key is a path of five characters a level; 00000 is the root.
select
    branch.typeid as category_code,
    branch.fullname as category_name,
    case when branch.parid = '00000' then null else branch.parid end as parent_code
from ptype as branch
where branch.sonnum > 0 and branch.deleted = 0 and branch.typeid <> '00000'
order by branch.typeid;
