-- One row per version of a category, with the name and the place in the tree it had. Row −1 = none.
create table dim_category (
    category_key bigint not null,
    category_id bigint not null,
    category_code varchar not null,
    category_name varchar not null,
    parent_id bigint not null,
    valid_from timestamp not null,
    valid_to timestamp not null,
    is_current boolean not null,
);
