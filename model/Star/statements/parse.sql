-- The tree of a select, as the parser has it.
select json_serialize_sql($text::varchar) as tree;
