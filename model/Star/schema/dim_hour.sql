-- One row per hour of the day, by the company's clock.
create table dim_hour (
    hour_key tinyint not null,
    hour_id tinyint not null,
    hour_code varchar not null,
    hour_name varchar not null,
    is_current boolean not null,
);
