namespace Analytics.Ledger;

/// <summary>A version of a store or depot (门店, 仓库).</summary>
public sealed record StoreMaster(string Code, string Name) : Submission
{
    public StoreKind Kind { get; init; } = StoreKind.Store;

    public string Region { get; init; } = "";

    public DateOnly? OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether an issue may take more than there is. Where not, such a document is refused.</summary>
    public bool MayGoNegative { get; init; }
}
