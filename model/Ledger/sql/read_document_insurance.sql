-- What a ticket says to the medical insurance.
select
    settlement_id,
    visit_no,
    settlement_type,
    fee_settlement_type,
    prescription_no,
    prescriber_name,
    prescriber_certificate_no,
    pharmacist_name,
    pharmacist_licence_no
from document_insurance
where seq = @seq;
