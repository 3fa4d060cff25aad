-- Accounts, and what each stands for in the standard chart: the ones with a place of their own
-- here, the rest by their class. A key is a path of five characters a level.
select
    account.typeid as account_code,
    case
        when account.typeid = '0000100001' then '1405'
        when account.typeid = '0000100003' then '1001'
        when account.typeid = '0000100004' then '1002'
        when account.typeid like '0000100004%' then concat('1002', account.usercode)
        when account.typeid = '0000100005' then '1122'
        when account.typeid = '0000200001' then '2202'
        when account.typeid = '0000200004' then '2221'
        when account.typeid = '0000300001' then '6001'
        when account.typeid = '0000400001' then '6401'
        when account.typeid like '00001%' then concat('1901', account.usercode)
        when account.typeid like '00002%' then concat('2221', account.usercode)
        when account.typeid like '00003%' then concat('6301', account.usercode)
        when account.typeid like '00004%' then concat('6602', account.usercode)
    end as chart_code,
    account.fullname as account_name,
    case when account.deleted = 0 then 1 else 0 end as is_active
from atype as account
where account.sonnum = 0
order by account.typeid;
