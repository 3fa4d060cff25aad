using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Verify;

/// <summary>Reads the entries one after the other, each with its rows in canonical order.</summary>
internal sealed class EntryWalk(BookReader view) : IDisposable
{
    private readonly RowCursor<EntryRow> entries = new(view, row => row.Seq);
    private readonly RowCursor<CategoryRow> categories = new(view, row => row.VersionId);
    private readonly RowCursor<ItemRow> items = new(view, row => row.VersionId);
    private readonly RowCursor<PartyRow> parties = new(view, row => row.VersionId);
    private readonly RowCursor<StoreRow> stores = new(view, row => row.VersionId);
    private readonly RowCursor<EmployeeRow> employees = new(view, row => row.VersionId);
    private readonly RowCursor<PeriodCloseRow> closes = new(view, row => row.Seq);
    private readonly RowCursor<ControlTotalRow> totals = new(view, row => row.Seq, row => row.LineNo);
    private readonly RowCursor<DocumentRow> documents = new(view, row => row.Seq);
    private readonly RowCursor<DocumentLineRow> lines = new(view, row => row.Seq, row => row.LineNo);
    private readonly RowCursor<CostAdjustmentRow> adjustments = new(view, row => row.Seq, row => row.LineNo);
    private readonly RowCursor<StockMovementRow> stock = new(view, row => row.Seq, row => row.LineNo);
    private readonly RowCursor<MoneyMovementRow> money = new(view, row => row.Seq, row => row.LineNo);

    public long Rows =>
        entries.Read + categories.Read + items.Read + parties.Read + stores.Read + employees.Read + closes.Read
        + totals.Read + documents.Read + lines.Read + adjustments.Read + stock.Read + money.Read;

    /// <summary>The seq of the entry the walk stands before; the greatest there is after the last one.</summary>
    public long Next => entries.NextSeq;

    public List<EntryRow> Entry(long seq, Findings findings) => entries.Take(seq, findings);

    public Draft Draft(EntryRow entry, Findings findings)
    {
        var draft = new Draft(entry.Seq, entry.Kind);
        switch (entry.Kind)
        {
            case "document":
                Document(draft, findings);
                break;
            case MasterKinds.Category:
                draft.Single.AddRange(categories.Take(entry.Seq, findings));
                break;
            case MasterKinds.Item:
                draft.Single.AddRange(items.Take(entry.Seq, findings));
                break;
            case MasterKinds.Party:
                draft.Single.AddRange(parties.Take(entry.Seq, findings));
                break;
            case MasterKinds.Store:
                draft.Single.AddRange(stores.Take(entry.Seq, findings));
                break;
            case MasterKinds.Employee:
                draft.Single.AddRange(employees.Take(entry.Seq, findings));
                break;
            case "period_close":
                draft.Single.AddRange(closes.Take(entry.Seq, findings));
                break;
            case "control":
                draft.Single.AddRange(totals.Take(entry.Seq, findings));
                break;
            default:
                findings.Add("rows", entry.Seq, $"an entry of the unknown kind {entry.Kind}");
                break;
        }

        return draft;
    }

    /// <summary>After the last entry: rows that are left belong to none.</summary>
    public void Finish(Findings findings)
    {
        entries.Skip(long.MaxValue, findings);
        categories.Skip(long.MaxValue, findings);
        items.Skip(long.MaxValue, findings);
        parties.Skip(long.MaxValue, findings);
        stores.Skip(long.MaxValue, findings);
        employees.Skip(long.MaxValue, findings);
        closes.Skip(long.MaxValue, findings);
        totals.Skip(long.MaxValue, findings);
        documents.Skip(long.MaxValue, findings);
        lines.Skip(long.MaxValue, findings);
        adjustments.Skip(long.MaxValue, findings);
        stock.Skip(long.MaxValue, findings);
        money.Skip(long.MaxValue, findings);
    }

    public void Dispose()
    {
        IDisposable[] all =
        [
            entries, categories, items, parties, stores, employees, closes, totals, documents, lines, adjustments,
            stock, money,
        ];
        foreach (var cursor in all)
        {
            cursor.Dispose();
        }
    }

    private void Document(Draft draft, Findings findings)
    {
        var heads = documents.Take(draft.Seq, findings);
        draft.Document = heads.Count == 1 ? heads[0] : null;
        if (heads.Count != 1)
        {
            findings.Add("rows", draft.Seq, "a document entry without its document");
        }

        draft.Lines.AddRange(lines.Take(draft.Seq, findings));
        draft.Adjustments.AddRange(adjustments.Take(draft.Seq, findings));
        draft.Stock.AddRange(stock.Take(draft.Seq, findings));
        draft.Money.AddRange(money.Take(draft.Seq, findings));
    }
}
