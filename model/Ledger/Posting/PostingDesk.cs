using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Where a document kind books its lines: collects the entry's rows and the pools after them.</summary>
/// <remarks>Invariants: each line moves stock once; a movement's value is its line's cost; each money row is debit and
/// credit at once. Nothing reaches the state before the Journal takes the draft.</remarks>
internal sealed class PostingDesk(
    State state, Document document, DocumentRow head, StoreRow depot, IReadOnlyList<DocumentLineRow> lines)
{
    private readonly Draft draft = new(head.Seq, "document");
    private bool isBackdated;

    /// <summary>As it was handed in.</summary>
    public Document Document { get; } = document;

    public DocumentRow Head { get; private set; } = head;

    public StoreRow Depot { get; } = depot;

    public IReadOnlyList<DocumentLineRow> Lines { get; } = lines;

    public State State { get; } = state;

    /// <summary>The lines as booked so far, with their cost.</summary>
    public IReadOnlyList<DocumentLineRow> Booked => draft.Lines;

    public string ItemCode(DocumentLineRow line) => Document.Lines[(int)line.LineNo - 1].ItemCode;

    /// <summary>The account the document is settled on.</summary>
    public string Settlement(string onAccount) => Head.Tender == "cash" ? Account.Cash : onAccount;

    public Pool PoolOf(long itemId) =>
        draft.Pools.TryGetValue((itemId, Head.DepotId), out var pool) ? pool : State.Pool(itemId, Head.DepotId);

    public SaleLineState SaleLine(long seq, long lineNo) =>
        draft.SaleLines.TryGetValue((seq, lineNo), out var known) ? known : State.SaleLine(seq, lineNo);

    public void Remember(long seq, long lineNo, SaleLineState after) => draft.SaleLines[(seq, lineNo)] = after;

    public void TakesBack(long originalSeq) => Head = Head with { OriginalSeq = originalSeq };

    /// <summary>Takes the line's goods out of the pool and books it at what they are worth.</summary>
    public void Issue(DocumentLineRow line, Location to)
    {
        var pool = PoolOf(line.ItemId);
        isBackdated |= pool.LastBusinessAt > Head.BusinessAt;
        var issued = MovingAverage.Issue(pool, new Uncovered(
            line.Seq, line.LineNo, Head.StoreId, Head.BusinessAt, Head.BusinessDate, line.Qty, line.CostAmount,
            line.IsCostExplicit == 1));
        draft.Pools[(line.ItemId, Head.DepotId)] = issued.Pool;
        draft.Lines.Add(line with { CostAmount = issued.Value, IsCostUnknown = issued.IsUnknown ? 1 : 0 });
        Move(line, to, -line.Qty, -issued.Value);
    }

    /// <summary>Puts the line's goods into the pool at a value, and adjusts what they cover.</summary>
    /// <param name="line">As booked, its cost set.</param>
    /// <param name="from">Where the goods come from.</param>
    /// <param name="qty">Above zero.</param>
    /// <param name="value">What they are worth.</param>
    public void Receive(DocumentLineRow line, Location from, long qty, long value)
    {
        var pool = PoolOf(line.ItemId);
        isBackdated |= pool.LastBusinessAt > Head.BusinessAt;
        var received = MovingAverage.Receive(
            pool, qty, value, Head.BusinessAt, (line.OriginalSeq, line.OriginalLineNo));
        draft.Pools[(line.ItemId, Head.DepotId)] = received.Pool;
        draft.Lines.Add(line);
        Move(line, from, qty, value);
        foreach (var adjustment in received.Adjustments)
        {
            Adjust(line, adjustment);
        }
    }

    /// <summary>Books an amount, signed; zero books nothing.</summary>
    public void Pay(string debit, string credit, long amount) =>
        Pay(debit, credit, amount, Head.StoreId, Head.BusinessDate);

    public Draft Finish()
    {
        draft.Document = Head with { IsBackdated = isBackdated ? 1 : 0 };
        return draft;
    }

    /// <summary>Books a change of an earlier issue's cost on that issue's own date while its period is open, else on
    /// the first open date.</summary>
    private void Adjust(DocumentLineRow line, MovingAverage.Adjustment adjustment)
    {
        var issue = adjustment.Issue;
        var isOpen = issue.BusinessDate > State.ClosedTo;
        var date = isOpen ? issue.BusinessDate : Dates.Number(Dates.Date(State.ClosedTo).AddDays(1));
        draft.Adjustments.Add(new CostAdjustmentRow
        {
            Seq = Head.Seq,
            LineNo = draft.Adjustments.Count + 1,
            OriginalSeq = issue.Seq,
            OriginalLineNo = issue.LineNo,
            BusinessDate = date,
            CostAmount = adjustment.Value,
        });
        var known = SaleLine(issue.Seq, issue.LineNo);
        Remember(issue.Seq, issue.LineNo, known with { AdjustedCost = known.AdjustedCost + adjustment.Value });
        draft.Stock.Add(Movement(line, Location.Customer, 0, -adjustment.Value) with
        {
            BusinessAt = isOpen ? issue.BusinessAt : Head.BusinessAt,
            BusinessDate = date,
        });
        Pay(Account.CostOfSales, Account.Inventory, adjustment.Value, issue.StoreId, date);
    }

    private void Move(DocumentLineRow line, Location counter, long qty, long value) =>
        draft.Stock.Add(Movement(line, counter, qty, value));

    private StockMovementRow Movement(DocumentLineRow line, Location counter, long qty, long value) => new()
    {
        Seq = Head.Seq,
        LineNo = draft.Stock.Count + 1,
        ItemId = line.ItemId,
        DepotId = Head.DepotId,
        CounterLocation = (long)counter,
        DocumentLineNo = line.LineNo,
        BusinessAt = Head.BusinessAt,
        BusinessDate = Head.BusinessDate,
        Qty = qty,
        Value = value,
    };

    private void Pay(string debit, string credit, long amount, long storeId, long businessDate)
    {
        if (amount == 0)
        {
            return;
        }

        draft.Money.Add(new MoneyMovementRow
        {
            Seq = Head.Seq,
            LineNo = draft.Money.Count + 1,
            DebitAccount = debit,
            CreditAccount = credit,
            StoreId = storeId,
            PartyId = Account.IsByParty(debit) || Account.IsByParty(credit) ? Head.PartyId : None.Id,
            BusinessDate = businessDate,
            Amount = amount,
        });
    }
}
