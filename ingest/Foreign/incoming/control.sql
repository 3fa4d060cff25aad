-- What a mapping gives of the source's own sums by document, as the control totals name them.
create temp table incoming_control (
    row_no bigint not null,
    document_id bigint not null,
    measure varchar not null,
    total decimal(18, 4) not null,
);
