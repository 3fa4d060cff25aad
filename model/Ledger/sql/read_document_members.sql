-- What members hold more or less of by a document.
select
    party.party_code,
    movement.measure,
    movement.amount
from member_movement as movement
inner join party on party.version_id = movement.party_id
where movement.seq = @seq
order by movement.line_no;
