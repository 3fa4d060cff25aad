select
    (select count(*) from document where document.is_backdated = 1) as backdated_count,
    (select count(*) from document_line where document_line.is_cost_unknown = 1) as uncosted_count;
