using Analytics.Ledger.Tables;
using LinqToDB.Data;

namespace Analytics.Ledger.Posting;

/// <summary>Collects the rows of a group of entries and writes them table by table, many rows a statement.</summary>
internal sealed class EntryWriter(LedgerDb db)
{
    private static readonly BulkCopyOptions ManyRows = new()
    {
        BulkCopyType = BulkCopyType.MultipleRows,
        MaxBatchSize = 200,
        KeepIdentity = true,
    };

    private readonly List<EntryRow> entries = [];
    private readonly List<CategoryRow> categories = [];
    private readonly List<ItemRow> items = [];
    private readonly List<PartyRow> parties = [];
    private readonly List<StoreRow> stores = [];
    private readonly List<EmployeeRow> employees = [];
    private readonly List<PeriodCloseRow> closes = [];
    private readonly List<ControlTotalRow> totals = [];
    private readonly List<DocumentRow> documents = [];
    private readonly List<DocumentLineRow> lines = [];
    private readonly List<CostAdjustmentRow> adjustments = [];
    private readonly List<StockMovementRow> stock = [];
    private readonly List<MoneyMovementRow> money = [];

    public void Add(EntryRow entry, Draft draft)
    {
        entries.Add(entry);
        lines.AddRange(draft.Lines);
        adjustments.AddRange(draft.Adjustments);
        stock.AddRange(draft.Stock);
        money.AddRange(draft.Money);
        if (draft.Document is { } document)
        {
            documents.Add(document);
        }

        foreach (var row in draft.Single)
        {
            AddSingle(row);
        }
    }

    /// <summary>Drops what was collected: the group failed.</summary>
    public void Clear()
    {
        System.Collections.IList[] all =
        [
            entries, categories, items, parties, stores, employees, closes, totals, documents, lines, adjustments,
            stock, money,
        ];
        foreach (var rows in all)
        {
            rows.Clear();
        }
    }

    public void Write()
    {
        Write(entries);
        Write(categories);
        Write(items);
        Write(parties);
        Write(stores);
        Write(employees);
        Write(closes);
        Write(totals);
        Write(documents);
        Write(lines);
        Write(adjustments);
        Write(stock);
        Write(money);
    }

    private void AddSingle(object row)
    {
        switch (row)
        {
            case CategoryRow category:
                categories.Add(category);
                break;
            case ItemRow item:
                items.Add(item);
                break;
            case PartyRow party:
                parties.Add(party);
                break;
            case StoreRow store:
                stores.Add(store);
                break;
            case EmployeeRow employee:
                employees.Add(employee);
                break;
            case PeriodCloseRow close:
                closes.Add(close);
                break;
            case ControlTotalRow total:
                totals.Add(total);
                break;
            default:
                throw new System.Diagnostics.UnreachableException(row.GetType().Name);
        }
    }

    private void Write<T>(List<T> rows)
        where T : class
    {
        if (rows.Count > 0)
        {
            db.BulkCopy(ManyRows, rows);
            rows.Clear();
        }
    }
}
