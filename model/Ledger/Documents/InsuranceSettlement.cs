namespace Analytics.Ledger;

/// <summary>What a ticket says to the medical insurance (医保 3505); empty texts where not known.</summary>
/// <remarks>Names no person insured: that stays with the settlement's id.</remarks>
public sealed record InsuranceSettlement
{
    /// <summary>结算 ID (setl_id).</summary>
    public string SettlementId { get; init; } = "";

    /// <summary>就医流水号 (mdtrt_sn).</summary>
    public string VisitNo { get; init; } = "";

    /// <summary>就诊结算类型 (mdtrt_setl_type): 1 settled with the insurance, 2 paid by the person.</summary>
    public string SettlementType { get; init; } = "";

    /// <summary>医保费用结算类型 (hi_feesetl_type).</summary>
    public string FeeSettlementType { get; init; } = "";

    /// <summary>处方号.</summary>
    public string PrescriptionNo { get; init; } = "";

    /// <summary>开方医师 (prsc_dr_name).</summary>
    public string PrescriberName { get; init; } = "";

    /// <summary>The prescriber's certificate.</summary>
    public string PrescriberCertificateNo { get; init; } = "";

    /// <summary>药师 (phar_name).</summary>
    public string PharmacistName { get; init; } = "";

    /// <summary>药师执业资格证号 (phar_prac_cert_no).</summary>
    public string PharmacistLicenceNo { get; init; } = "";
}
