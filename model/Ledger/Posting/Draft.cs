using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What one submission puts into the book: the rows of its entry, and the state after it.</summary>
internal sealed class Draft(long seq, string kind)
{
    public long Seq { get; } = seq;

    public string Kind { get; } = kind;

    /// <summary>Rows of masters, of a period close, of control totals; empty for a document.</summary>
    public List<object> Single { get; } = [];

    public DocumentRow? Document { get; set; }

    public List<DocumentLineRow> Lines { get; } = [];

    public List<CostAdjustmentRow> Adjustments { get; } = [];

    public List<StockMovementRow> Stock { get; } = [];

    public List<MoneyMovementRow> Money { get; } = [];

    public MasterVersion? Master { get; set; }

    public PartyPrivate? Private { get; set; }

    public Dictionary<(long ItemId, long DepotId), Pool> Pools { get; } = [];

    public Dictionary<(long Seq, long LineNo), SaleLineState> SaleLines { get; } = [];

    /// <summary>All rows in canonical order.</summary>
    public IEnumerable<object> Rows =>
        Single.Concat(Document is null ? [] : [Document]).Concat(Lines).Concat(Adjustments).Concat(Stock).Concat(Money);

    /// <summary>Which version of a master the entry makes current.</summary>
    internal sealed record MasterVersion(string Kind, string Code, long Id, long VersionId, object Row);

    /// <summary>A party's personal fields, kept apart.</summary>
    internal sealed record PartyPrivate(long VersionId, string Name, string Phone, string Address, string Salt);
}
