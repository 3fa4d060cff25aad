using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Where a document kind books its lines: collects what moves, has it costed, then takes the money.</summary>
/// <remarks>Invariants: each line moves stock once; a line's cost is the worth of its movements; each money row is
/// debit and credit at once; what changes on an account by party is an open item. Nothing reaches the state before the
/// Journal takes the draft.</remarks>
internal sealed class PostingDesk(
    State state, Document document, DocumentRow head, StoreRow depot, List<LineDraft> lines)
{
    private readonly Draft draft = new(head.Seq, "document");
    private readonly List<DocumentLineRow> booked = [];
    private readonly List<Movement> movements = [];
    private readonly Dictionary<PoolKey, long> takenSoFar = [];
    private DocumentRow head = head;
    private Intake? intake;
    private Picking? picking;
    private TraceCodes? traceCodes;

    /// <summary>As it was handed in.</summary>
    public Document Document { get; } = document;

    public DocumentRow Head => head;

    public StoreRow Depot { get; } = depot;

    public IReadOnlyList<LineDraft> Lines { get; } = lines;

    public State State { get; } = state;

    /// <summary>The entry as far as it is made; for what goes into it beside movements and money.</summary>
    public Draft Draft => draft;

    /// <summary>Which batches and bins goods come into.</summary>
    public Intake Intake => intake ??= new Intake(this);

    /// <summary>Which batches and bins goods go out of.</summary>
    public Picking Picking => picking ??= new Picking(this);

    public TraceCodes TraceCodes => traceCodes ??= new TraceCodes(this);

    /// <summary>What it is settled with; null where it says none.</summary>
    public TenderDesk? Tenders { get; set; }

    /// <summary>The lines with their cost, once costed.</summary>
    public IReadOnlyList<DocumentLineRow> Booked => draft.Lines;

    /// <summary>The account the document is settled on.</summary>
    public string Settlement(string onAccount) => head.Tender == "cash" ? Account.Cash : onAccount;

    /// <summary>What the depot has of an item after the lines before.</summary>
    public long OnHand(LineDraft line) =>
        State.OnHand(line.Item, head.DepotId) - takenSoFar.GetValueOrDefault(OnHandKey(line));

    /// <summary>Links a line to the one it follows.</summary>
    public void Follows(int at, DocumentLineRow original)
    {
        lines[at] = lines[at] with
        {
            Row = lines[at].Row with { OriginalSeq = original.Seq, OriginalLineNo = original.LineNo },
        };
        TakesBack(original.Seq);
    }

    /// <summary>Books a line that moves nothing.</summary>
    public void Plan(LineDraft line) => Book(line.Row);

    public void TakesBack(long originalSeq) => head = head with { OriginalSeq = originalSeq };

    /// <summary>Takes the line's goods out of the pool, at what they cost there or what the source states.</summary>
    public void Issue(LineDraft line, Location to, IReadOnlyList<StockPart> parts)
    {
        Book(line.Row);
        takenSoFar[OnHandKey(line)] = takenSoFar.GetValueOrDefault(OnHandKey(line)) + line.Row.Qty;
        var isStated = line.Row.IsCostExplicit == 1;
        Move(line, (to, -1), parts, isStated ? CostBasis.Own : CostBasis.Pool, line.Row.CostAmount);
    }

    /// <summary>Puts the line's goods into the pool at a value.</summary>
    public void Receive(LineDraft line, Location from, IReadOnlyList<StockPart> parts, long value)
    {
        Book(line.Row);
        Move(line, (from, 1), parts, CostBasis.Own, value);
    }

    /// <summary>Puts back what a line takes back: at its share of what that went out at, at what the source states, or,
    /// where it is not known what it takes back, at what one more would cost.</summary>
    public void PutBack(LineDraft line, Location from, IReadOnlyList<StockPart> parts)
    {
        Book(LineHead.Negate(line.Row));
        var basis = line.Row.IsCostExplicit == 1 ? CostBasis.Own
            : parts[0].Source != MovementRef.None ? CostBasis.Source
            : CostBasis.Pool;
        Move(line, (from, 1), parts, basis, line.Row.CostAmount);
    }

    /// <summary>Whether the line may take back the movement: of the batch it names, where it names one.</summary>
    public bool Takes(LineDraft line, StockMovementRow movement) =>
        line.Item.ItemId == movement.ItemId
        && (line.Given.BatchNo.Length == 0 || Named(line).Any(batch => batch.BatchId == movement.BatchId));

    /// <summary>Why the batch or bin that a line names cannot be one that it takes back; null where it can.</summary>
    public Refusal? CannotTake(LineDraft line)
    {
        var (given, lineNo) = (line.Given, (int)line.Row.LineNo);
        if (line.Item.IsBatchTracked == 0 && Intake.SaysBatch(given))
        {
            return new Refusal(RefusalReason.ItemWithoutBatches, lineNo, given.ItemCode);
        }

        if (given.BatchNo.Length > 0 && !Named(line).Any())
        {
            return new Refusal(RefusalReason.UnknownBatch, lineNo, given.BatchNo);
        }

        return Named(line).Select(batch => Intake.Differs(line, batch)).FirstOrDefault(one => one is not null)
            ?? Intake.Bin(this, line).Refusal;
    }

    /// <summary>Costs all that moves, and again what it changes; lines and movements are final after it.</summary>
    public void Cost()
    {
        var events = movements.ConvertAll(movement => movement.Event);
        head = head with { IsBackdated = events.Exists(one => one.Key < State.Pool(one.Pool).LastKey) ? 1 : 0 };
        var items = Lines.Select(line => line.Item).DistinctBy(item => item.ItemId)
            .ToDictionary(item => item.ItemId);
        var sweep = new CostSweep(State, item => State.MethodOf(items[item]));
        var cost = events.Count == 0 ? new CostOutcome() : sweep.Run(events, []);
        draft.Cost = cost;
        foreach (var movement in movements)
        {
            var value = cost.Values[movement.Event.Ref];
            draft.Stock.Add(movement.Row with { Value = movement.Row.Qty < 0 ? -value : value });
        }

        var ofLine = movements.ToLookup(movement => movement.Row.DocumentLineNo);
        foreach (var line in booked)
        {
            var own = ofLine[line.LineNo].ToList();
            var value = own.Sum(movement => cost.Values[movement.Event.Ref]);
            draft.Lines.Add(ManagementCosts.On(State, items[line.ItemId], head.BusinessDate, line with
            {
                CostAmount = line.Qty < 0 ? -value : value,
                IsCostUnknown = own.Exists(movement => cost.Unknown.Contains(movement.Event.Ref)) ? 1 : 0,
            }));
        }

        CostAdjustments.Book(State, draft, head, cost);
    }

    /// <summary>Books an amount, signed; zero books nothing. Accounts by party are the settling party's.</summary>
    public void Pay(string debit, string credit, long amount) =>
        MoneyRows.Add(draft, head, debit, credit, amount);

    /// <param name="known">Where the document stood before; null where it is new.</param>
    public Draft Finish(DocumentState? known)
    {
        draft.Document = head;
        draft.Documents[head.DocumentKey] = new DocumentState(
            head.Kind, head.DocumentNo, DocumentStatus.Posted, head.Seq,
            known?.DraftSeq ?? None.Id, head.ContentDigest, Document.Actor, "");
        draft.Numbers[(head.Kind, head.DocumentNo)] = (head.Seq, head.DocumentKey);
        Following.Take(State, draft, head.Kind, draft.Lines);
        OpenItems.Add(State, draft, head, Document);
        return draft;
    }

    private void Book(DocumentLineRow line) => booked.Add(line);

    private IEnumerable<Batch> Named(LineDraft line) => State.Batches(line.Item.ItemId).Where(batch =>
        batch.BatchNo == line.Given.BatchNo && (line.Given.LotNo.Length == 0 || batch.LotNo == line.Given.LotNo));

    private PoolKey OnHandKey(LineDraft line) => new(line.Item.ItemId, head.DepotId, None.Id);

    private void Move(
        LineDraft line, (Location Counter, int Sign) way, IReadOnlyList<StockPart> parts, CostBasis basis, long value)
    {
        if (State.IsByCell(line.Item))
        {
            draft.ByCell.Add(line.Item.ItemId);
        }

        var (done, given) = (0L, 0L);
        foreach (var part in parts)
        {
            // Rounded up to here, not part by part: the last one takes the rest.
            var upToHere = Exact.MulDiv(value, done + part.Qty, line.Row.Qty);
            Move(line, way.Counter, part with { Qty = way.Sign * part.Qty }, basis, upToHere - given);
            (done, given) = (done + part.Qty, upToHere);
        }
    }

    private void Move(LineDraft line, Location counter, StockPart part, CostBasis basis, long value)
    {
        var row = new StockMovementRow
        {
            Seq = head.Seq,
            LineNo = movements.Count + 1,
            ItemId = line.Item.ItemId,
            DepotId = head.DepotId,
            CounterLocation = (long)counter,
            DocumentLineNo = line.Row.LineNo,
            BatchId = part.BatchId,
            BinId = part.BinId,
            CostBasis = (long)basis,
            SourceSeq = part.Source.Seq,
            SourceLineNo = part.Source.LineNo,
            BusinessAt = head.BusinessAt,
            BusinessDate = head.BusinessDate,
            Qty = part.Qty,
        };
        var key = new OrderKey(
            head.BusinessAt, OrderKey.RankOf(part.Qty, part.Source), head.Kind, head.DocumentNo, row.LineNo);
        movements.Add(new Movement(row, new CostEvent(
            new MovementRef(row.Seq, row.LineNo), State.PoolKeyOf(line.Item, head.DepotId, part.BatchId), key, part.Qty,
            basis, basis == CostBasis.Own ? value : 0, part.Source, IsTakenBack: false,
            new CostBooking(head.BusinessDate, head.StoreId, row.DocumentLineNo, head.DepotId))));
    }

    private readonly record struct Movement(StockMovementRow Row, CostEvent Event);
}
