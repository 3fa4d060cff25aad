-- What taking rows of a foreign database needs: the keys of codes, and the rows it refused.

-- The key of a business code, the same in every build: 63 bits of its digest.
create temp macro source_key(kind, code) as
    (md5_number_lower(kind || ':' || code) // 2)::bigint;

-- The key of a batch; codes hold no unit separator.
create temp macro batch_key(item_code, batch_no) as
    source_key('batch', item_code || chr(31) || batch_no);

-- Whether an account's balance is kept by party, as open items.
create temp macro is_by_party(account) as
    left(account, 4) in ('1122', '1123', '1221', '2202', '2203', '2241');

-- Rows that break the contract. document_id: known and of a document, which goes with them.
create temp table quarantined (
    table_name varchar not null,
    row_no bigint not null,
    document_id bigint,
    item_code varchar,
    depot_code varchar,
    column_name varchar not null,
    cell varchar not null,
    fault varchar not null,
);

-- The kinds of document there are.
create temp table known_kind (
    kind varchar not null,
);

-- Where stock comes from and goes to.
create temp table known_location as
select
    location.name as name,
    location.number as number,
from (
    values
        ('none', -1),
        ('supplier', -2),
        ('customer', -3),
        ('loss', -4),
        ('transit', -5),
        ('assembly', -6),
        ('opening', -7),
        ('lent', -8),
        ('borrowed', -9),
        ('internal_use', -10),
        ('other', -11),
        ('transfer', -14)
) as location (name, number);
