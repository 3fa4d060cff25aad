namespace Analytics.Ledger;

/// <summary>A version of a legal entity (法人公司): whose books a store's documents belong to.</summary>
public sealed record LegalEntityMaster(string Code, string Name) : Submission
{
    public TaxpayerType TaxpayerType { get; init; }

    public string TaxNo { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
