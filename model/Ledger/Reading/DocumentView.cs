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

    /// <summary>Of a document of money: its amounts by account.</summary>
    public IReadOnlyList<MoneyLine> MoneyLines { get; init; } = [];

    public IReadOnlyList<PostedTender> Tenders { get; init; } = [];

    /// <summary>Open items that it settles with one another.</summary>
    public IReadOnlyList<AllocationView> Settles { get; init; } = [];

    /// <summary>Of a payment request: what it wants paid.</summary>
    public IReadOnlyList<RequestView> Requests { get; init; } = [];

    /// <summary>Of a payment: what it pays of requests.</summary>
    public IReadOnlyList<RequestPaymentView> RequestPayments { get; init; } = [];

    /// <summary>Of a receipt: its price is an estimate (暂估), its invoice still to come when it was posted.</summary>
    public bool IsEstimated => Kind == DocumentKinds.Name(DocumentKind.PurchaseReceipt)
        && Lines.Any(line => line.Accruals.Count > 0);

    /// <summary>The invoice that it is; null where none.</summary>
    public PostedInvoice? Invoice { get; init; }

    /// <summary>What it says to the medical insurance; null where nothing.</summary>
    public InsuranceSettlement? Insurance { get; init; }

    /// <summary>Of a claim on the office of medical insurance.</summary>
    public ClaimPart? Claim { get; init; }

    /// <summary>What was counted in the tills.</summary>
    public IReadOnlyList<PostedCount> Counts { get; init; } = [];

    public IReadOnlyList<CouponPart> Coupons { get; init; } = [];

    /// <summary>Points and stored value of members that it changes.</summary>
    public IReadOnlyList<MemberView> Members { get; init; } = [];

    public LevelView? Level { get; init; }

    /// <summary>What it books. None for whoever may not see what goods cost.</summary>
    public IReadOnlyList<BookingView> Bookings { get; init; } = [];

    /// <summary>For whoever may not see what goods cost.</summary>
    public DocumentView WithoutCost() => this with
    {
        Lines = [.. Lines.Select(line => line with { CostAmount = null, ManagementCostAmount = null })],
        Adjustments = [],
        Bookings = [],
        Held = Held is null
            ? null
            : Held with { Lines = [.. Held.Lines.Select(line => line with { CostAmount = null })] },
    };
}
