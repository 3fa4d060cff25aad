namespace Analytics.Ledger;

/// <summary>A version of a store or depot (门店, 仓库).</summary>
public sealed record StoreMaster(string Code, string Name) : Submission
{
    public StoreKind Kind { get; init; } = StoreKind.Store;

    /// <summary>Whose books its documents belong to; empty where there is but one company.</summary>
    public string LegalEntityCode { get; init; } = "";

    /// <summary>A value of the list of departments; empty where it belongs to none.</summary>
    public string DepartmentCode { get; init; } = "";

    /// <summary>In m²; 0 where not known.</summary>
    public decimal FloorArea { get; init; }

    public string Region { get; init; } = "";

    public DateOnly? OpenedOn { get; init; }

    /// <summary>Its last day: a document of a later one is refused.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether an issue may take more than there is. Where not, such a document is refused.</summary>
    public bool MayGoNegative { get; init; }

    /// <summary>Whether a pick that leaves a batch nearer its expiry behind must say why.</summary>
    public bool NeedsPickReason { get; init; }

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];
}
