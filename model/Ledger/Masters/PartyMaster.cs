namespace Analytics.Ledger;

/// <summary>A version of a party (往来单位): customer, supplier, or both.</summary>
/// <remarks>Name, phone and address are personal: they are kept apart and can be erased; the chain holds their digest.
/// </remarks>
public sealed record PartyMaster(string Code, string Name) : Submission
{
    public bool IsCustomer { get; init; }

    public bool IsSupplier { get; init; }

    /// <summary>Class of the party, such as 会员, 批发, 供应商 or a market segment.</summary>
    public string PartyClass { get; init; } = "";

    public string Region { get; init; } = "";

    /// <summary>Who pays or is paid for it (结算单位); empty means the party itself.</summary>
    public string SettlementPartyCode { get; init; } = "";

    /// <summary>Null where none is agreed.</summary>
    public PaymentTerm? Term { get; init; }

    public string PriceListCode { get; init; } = "";

    /// <summary>The employee who looks after it (业务员); empty where nobody does.</summary>
    public string EmployeeCode { get; init; } = "";

    public string LicenceNo { get; init; } = "";

    public DateOnly? LicenceValidTo { get; init; }

    public string TaxNo { get; init; } = "";

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    public string Phone { get; init; } = "";

    public string Address { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
