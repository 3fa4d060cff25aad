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
    private Reservations? reservations;
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

    /// <summary>What others have reserved of its depot.</summary>
    public Reservations Reservations => reservations ??= new Reservations(this);

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

    /// <summary>Adds a line to those handed in: a part of one that takes back several.</summary>
    public void Add(LineDraft line) => lines.Add(line);

    /// <summary>The document is of a party that it does not name itself.</summary>
    public void Of(PartyRow party, long settlementPartyId) => head = head with
    {
        PartyVersionId = party.VersionId, PartyId = party.PartyId, SettlementPartyId = settlementPartyId,
    };

    public void TakesBack(long originalSeq) => head = head with { OriginalSeq = originalSeq };

    /// <summary>Takes the line's goods out of the pool, at what they cost there or what the source states.</summary>
    public void Issue(LineDraft line, Location to, IReadOnlyList<StockPart> parts)
    {
        Book(line.Row);
        takenSoFar[OnHandKey(line)] = takenSoFar.GetValueOrDefault(OnHandKey(line)) + line.Row.Qty;
        var isStated = line.Row.IsCostExplicit == 1;
        Move(line, (to, -1), parts, isStated ? CostBasis.Own : CostBasis.Pool, line.Row.CostAmount);
    }

    /// <summary>Takes out of the pool what goes back where it came from; the line is negative.</summary>
    public void GiveBack(LineDraft line, Location to, IReadOnlyList<StockPart> parts)
    {
        Book(LineHead.Negate(line.Row));
        takenSoFar[OnHandKey(line)] = takenSoFar.GetValueOrDefault(OnHandKey(line)) + line.Row.Qty;
        var isStated = line.Row.IsCostExplicit == 1;
        Move(line, (to, -1), parts, isStated ? CostBasis.Own : CostBasis.Pool, line.Row.CostAmount);
    }

    /// <summary>Books a line that takes back one that moved nothing: it is negative.</summary>
    public void PlanBack(LineDraft line) => Book(LineHead.Negate(line.Row));

    /// <summary>Puts the line's goods into the pool at a value.</summary>
    public void Receive(LineDraft line, Location from, IReadOnlyList<StockPart> parts, long value)
    {
        Book(line.Row);
        Move(line, (from, 1), parts, CostBasis.Own, value);
    }

    /// <summary>Puts the line's goods into the pool at their share of what they went out at.</summary>
    public void Arrive(LineDraft line, Location from, IReadOnlyList<StockPart> parts)
    {
        Book(line.Row);
        Move(line, (from, 1), parts, CostBasis.Source, 0);
    }

    /// <summary>Puts goods into the pool that were found: at what one more would cost, or at the value where one is
    /// given.</summary>
    public void Discover(LineDraft line, Location from, IReadOnlyList<StockPart> parts, long? value)
    {
        Book(line.Row);
        Move(line, (from, 1), parts, value is null ? CostBasis.Pool : CostBasis.Own, value ?? 0);
    }

    /// <summary>Takes the line's goods out and puts them into another depot or bin at once: at what they went out at,
    /// or at a price. The line costs what went out.</summary>
    public void Carry(
        LineDraft line, Location by, IReadOnlyList<StockPart> parts, (long DepotId, long BinId) to, long? price)
    {
        Issue(line, by, parts);
        var (first, done) = (movements.Count - parts.Count + 1, 0L);
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at];
            var upTo = Exact.MulDiv(price ?? 0, done + part.Qty, line.Row.Qty);
            var value = upTo - Exact.MulDiv(price ?? 0, done, line.Row.Qty);
            var source = price is null ? new MovementRef(head.Seq, first + at) : MovementRef.None;
            var sent = movements[first + at - 1];
            movements[first + at - 1] = sent with { Event = sent.Event with { IsTakenBack = price is null } };
            Move(
                line, (to.DepotId, by), part with { BinId = to.BinId, Source = source },
                price is null ? CostBasis.Source : CostBasis.Own, value);
            done += part.Qty;
        }
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

    /// <summary>Puts goods into the pool that the document's components make, at their part of what those cost and an
    /// own fee.</summary>
    public void Make(LineDraft line, IReadOnlyList<StockPart> parts, OwnWorth own)
    {
        Book(LineHead.Negate(line.Row));
        Move(line, (Location.Assembly, 1), parts, CostBasis.Derived, 0);
        Keep(own);
    }

    /// <summary>Changes what goods are worth: all of a pool, or those that one receipt brought.</summary>
    /// <param name="line">Its quantity is 0.</param>
    /// <param name="depotId">Where the goods are.</param>
    /// <param name="part">Their batch, and the receipt.</param>
    /// <param name="value">By how much, signed.</param>
    public void Revalue(LineDraft line, long depotId, StockPart part, long value)
    {
        Move(line, (depotId, Location.None), part, CostBasis.Revaluation, 0);
        Keep(new OwnWorth(value, 0, 0, 0));
    }

    /// <summary>Books a line of which the movements are given one by one.</summary>
    public void Book(DocumentLineRow line) => booked.Add(line);

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
        var sweep = new CostSweep(State, item =>
            State.MethodOf(items.TryGetValue(item, out var own) ? own : State.ItemById(item)));
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
            var own = ofLine[line.LineNo].Where(movement => Counts(head, movement.Row)).ToList();
            var value = own.Sum(movement => cost.Values[movement.Event.Ref]);
            draft.Lines.Add(ManagementCosts.On(State, items[line.ItemId], head.BusinessDate, line with
            {
                CostAmount = line.Qty > 0 ? value : -value,
                IsCostUnknown = own.Exists(movement => cost.Unknown.Contains(movement.Event.Ref)) ? 1 : 0,
            }));
        }

        CostAdjustments.Book(State, draft, head, cost);
    }

    /// <summary>Whether a movement is part of its line's cost: what it brings from one place to another is counted
    /// where
    /// it went out.</summary>
    public static bool Counts(DocumentRow head, StockMovementRow row) =>
        row.SourceSeq != row.Seq && (head.ToDepotId == None.Id || row.DepotId != head.ToDepotId);

    /// <summary>Books an amount, signed; zero books nothing. Accounts by party are the settling party's.</summary>
    public void Pay(string debit, string credit, long amount) =>
        MoneyRows.Add(draft, head, debit, credit, amount);

    /// <summary>Books an amount between accounts of parties of their own; −1 where an account is not by
    /// party.</summary>
    public void Pay((string Account, long PartyId) debit, (string Account, long PartyId) credit, long amount) =>
        MoneyRows.Add(draft, new MoneyMovementRow
        {
            DebitAccount = debit.Account,
            CreditAccount = credit.Account,
            StoreId = head.StoreId,
            DebitPartyId = Account.IsByParty(debit.Account) ? debit.PartyId : None.Id,
            CreditPartyId = Account.IsByParty(credit.Account) ? credit.PartyId : None.Id,
            BusinessDate = head.BusinessDate,
            Amount = amount,
        });

    /// <summary>The account of money that the document names, else cash; settled on account, the one given.</summary>
    public string MoneyAccount(string onAccount) => head.Tender != "cash" ? onAccount
        : Document.MoneyAccount.Length > 0 ? Document.MoneyAccount
        : Account.Cash;

    /// <param name="known">Where the document stood before; null where it is new.</param>
    public Draft Finish(DocumentState? known)
    {
        draft.Document = head;
        LifePosting.Stand(
            draft, head.DocumentKey,
            new(
                head.Kind, head.DocumentNo, DocumentStatus.Posted, head.Seq,
                known?.DraftSeq ?? None.Id, head.ContentDigest, Document.Actor, ""),
            known);
        Following.Take(State, draft, head.Kind);
        Reservations.Take(State, draft);
        LastPriceKeeping.Take(draft);
        OpenItems.Add(State, draft, head, Document);
        return draft;
    }

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
            Move(line, (head.DepotId, way.Counter), part with { Qty = way.Sign * part.Qty }, basis, upToHere - given);
            (done, given) = (done + part.Qty, upToHere);
        }
    }

    /// <summary>What the last movement states itself.</summary>
    private void Keep(OwnWorth own)
    {
        var movement = movements[^1];
        movements[^1] = movement with { Event = movement.Event with { Own = own } };
        draft.Other.Add(new MovementWorthRow
        {
            Seq = movement.Row.Seq,
            LineNo = movement.Row.LineNo,
            OwnValue = own.Value,
            ShareFrom = own.From,
            ShareTo = own.To,
            ShareOf = own.Of,
        });
    }

    private void Move(
        LineDraft line, (long DepotId, Location Counter) place, StockPart part, CostBasis basis, long value)
    {
        var (depotId, counter) = place;
        var row = new StockMovementRow
        {
            Seq = head.Seq,
            LineNo = movements.Count + 1,
            ItemId = line.Item.ItemId,
            DepotId = depotId,
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
            head.BusinessAt, OrderKey.RankOf(part.Qty, basis, part.Source), head.Kind, head.DocumentNo, row.LineNo);
        movements.Add(new Movement(row, new CostEvent(
            new MovementRef(row.Seq, row.LineNo), State.PoolKeyOf(line.Item, depotId, part.BatchId), key, part.Qty,
            basis, basis == CostBasis.Own ? value : 0, default, part.Source, IsTakenBack: false,
            new CostBooking(head.BusinessDate, head.StoreId, row.DocumentLineNo, depotId, counter))));
    }

    private readonly record struct Movement(StockMovementRow Row, CostEvent Event);
}
