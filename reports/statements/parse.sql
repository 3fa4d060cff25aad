-- The syntax tree of a text as DuckDB's own parser sees it, as JSON; a text that is no select gives
-- an error in it.
select json_serialize_sql(cast($text as varchar)) as tree
