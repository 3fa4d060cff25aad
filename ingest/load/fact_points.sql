-- What changed of what members hold, each measure in a column of its own. Sorted by business_date,
-- party_id, document_key, line_no.
insert into fact_points by name
select
    movement.seq as document_key,
    movement.line_no as line_no,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        movement.business_date // 10000,
        movement.business_date // 100 % 100,
        movement.business_date % 100
    ) as business_date,
    movement.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    coalesce(party.version_id, -1) as party_key,
    movement.party_id as party_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    (case when movement.measure = 'points' then movement.amount else 0 end * 0.0001)
        ::decimal(18, 4) as points_qty,
    (case when movement.measure = 'points_earned' then movement.amount else 0 end * 0.0001)
        ::decimal(18, 4) as points_earned_qty,
    (case when movement.measure = 'spent' then movement.amount else 0 end * 0.0001)
        ::decimal(18, 4) as spent_amount,
    (case when movement.measure = 'stored_paid' then movement.amount else 0 end * 0.0001)
        ::decimal(18, 4) as stored_paid_amount,
    (case when movement.measure = 'stored_bonus' then movement.amount else 0 end * 0.0001)
        ::decimal(18, 4) as stored_bonus_amount,
from staging_member_movement as movement
inner join staging_document as document on document.seq = movement.seq
left join staging_party_version as party
    on party.party_id = movement.party_id
    and movement.seq >= party.from_seq
    and movement.seq < party.next_version_id
order by movement.business_date, movement.party_id, movement.seq, movement.line_no;
