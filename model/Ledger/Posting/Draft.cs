using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What one submission puts into the book: the rows of its entry, and the state after it.</summary>
internal sealed class Draft(long seq, string kind)
{
    public long Seq { get; } = seq;

    public string Kind { get; } = kind;

    /// <summary>How the entry keeps a document that it does not post; null for everything else.</summary>
    public string? HeldAs { get; init; }

    public DocumentRow? Document { get; set; }

    public List<DocumentLineRow> Lines { get; } = [];

    public List<CostAdjustmentRow> Adjustments { get; } = [];

    public List<StockMovementRow> Stock { get; } = [];

    public List<MoneyMovementRow> Money { get; } = [];

    /// <summary>Items of which all that moves is kept by batch and bin (<see cref="State.IsByCell"/>).</summary>
    public HashSet<long> ByCell { get; } = [];

    /// <summary>Rows of every other table: masters, open items, allocations, batches, status changes and so on; those
    /// of one table by line_no.</summary>
    public List<object> Other { get; } = [];

    public MasterVersion? Master { get; set; }

    public PartyPrivate? Private { get; set; }

    /// <summary>What costing changed; null where nothing moved.</summary>
    public CostOutcome? Cost { get; set; }

    /// <summary>Documents that stand elsewhere after it, by key.</summary>
    public Dictionary<string, DocumentState> Documents { get; } = [];

    /// <summary>Document numbers it takes, by kind and number; null where it gives one up.</summary>
    public Dictionary<(string Kind, string Number), (long Seq, string Key)?> Numbers { get; } = [];

    /// <summary>How much of earlier lines is followed after it, by the kind of what follows them.</summary>
    public Dictionary<(long Seq, long LineNo, string Kind), long> Followed { get; } = [];

    /// <summary>What is estimated of receipts' lines after it.</summary>
    public Dictionary<(long Seq, long LineNo), Accrued> Accruals { get; } = [];

    /// <summary>What is invoiced of earlier lines after it.</summary>
    public Dictionary<(long Seq, long LineNo), Invoiced> Invoiced { get; } = [];

    /// <summary>Invoice numbers it takes; 0 where it gives one up.</summary>
    public Dictionary<(string Code, string Number), long> InvoiceNos { get; } = [];

    /// <summary>What is paid after the lines of payment requests after it.</summary>
    public Dictionary<(long Seq, long LineNo), long> RequestPaid { get; } = [];

    /// <summary>The limits it goes beyond, by the trigger of approval that lets others decide; without a rule of that
    /// trigger it is refused.</summary>
    public List<(string Trigger, Refusal Refusal)> Exceeds { get; } = [];

    /// <summary>What is reserved for lines of orders after it.</summary>
    public Dictionary<(long ItemId, long DepotId, long Seq, long LineNo), Reservation> Reserved { get; } = [];

    /// <summary>The open items it settles; null where it names none.</summary>
    public AllocationDesk? Allocations { get; set; }

    /// <summary>What it adds to what a store's day was settled with.</summary>
    public Dictionary<TenderDayKey, long> TenderDays { get; } = [];

    /// <summary>What it adds to what members hold.</summary>
    public Dictionary<(long PartyId, string Measure), long> MemberTotals { get; } = [];

    /// <summary>What else the state remembers once it is taken; may not fail.</summary>
    public List<Action<State>> Taken { get; } = [];

    /// <summary>Writes to state tables of which nothing is kept in memory.</summary>
    public List<Action<StateTables>> StateRows { get; } = [];

    /// <summary>All rows in canonical order.</summary>
    public IEnumerable<object> Rows
    {
        get
        {
            var main = (Document is null ? [] : new object[] { Document })
                .Concat(Lines).Concat(Adjustments).Concat(Stock).Concat(Money);
            return Other.Count == 0 ? main : main.Concat(Other).OrderBy(EntryTables.PlaceOf);
        }
    }

    /// <summary>Which version of a master the entry makes current.</summary>
    /// <param name="Kind">One of <see cref="MasterKinds"/>.</param>
    /// <param name="Code">What the master is known by.</param>
    /// <param name="Id">The seq of its first version.</param>
    /// <param name="VersionId">The seq of this one.</param>
    /// <param name="Row">Its row.</param>
    /// <param name="Details">Its further rows: units, scopes, custom fields.</param>
    internal sealed record MasterVersion(
        string Kind, string Code, long Id, long VersionId, object Row, IReadOnlyList<object> Details);

    /// <summary>A party's personal fields, kept apart.</summary>
    internal sealed record PartyPrivate(long VersionId, string Name, string Phone, string Address, string Salt);
}
