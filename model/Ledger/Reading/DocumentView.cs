namespace Analytics.Ledger.Reading;

/// <summary>A document or voucher as it stands in the book, and what became of it.</summary>
public sealed record DocumentView(string Key, string Kind, string DocumentNo, string Status)
{
    /// <summary>As it was handed in, while it is not posted; null where it is, or is no document.</summary>
    public Document? Held { get; init; }

    /// <summary>A voucher as it was handed in, while it is not posted; null where it is, or is none.</summary>
    public Voucher? HeldVoucher { get; init; }

    /// <summary>Null until it is posted, and the following lists are empty.</summary>
    public PostedHead? Head { get; init; }

    /// <summary>The entry that posted it.</summary>
    public EntryView? Entry { get; init; }

    public IReadOnlyList<PostedLine> Lines { get; init; } = [];

    /// <summary>The steps of its life, first to last. One posted as it was handed in has none but its entry.</summary>
    public IReadOnlyList<LifeStep> Life { get; init; } = [];

    /// <summary>Later corrections of its cost.</summary>
    public IReadOnlyList<AdjustmentView> Adjustments { get; init; } = [];

    /// <summary>Returns and the reversal that took it back.</summary>
    public IReadOnlyList<DocumentLink> TakenBackBy { get; init; } = [];

    public IReadOnlyList<ItemView> OpenItems { get; init; } = [];

    /// <summary>For whoever may not see what goods cost.</summary>
    public DocumentView WithoutCost() => this with
    {
        Lines = [.. Lines.Select(line => line with { CostAmount = null })],
        Adjustments = [],
        Held = Held is null
            ? null
            : Held with { Lines = [.. Held.Lines.Select(line => line with { CostAmount = null })] },
    };
}
