using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Takes back a posted document (红冲): turns the sign of all its rows.</summary>
/// <remarks>At the original's own moment both are left out of the reckoning of costs, so that everything is as if
/// neither had been. Later, what came in goes out at what it is worth by then, and the other way round.</remarks>
internal static class ReversalPosting
{
    public const string HeldKind = "reversal";

    public static Outcome Post(Reversal reversal, State state, bool isApproved = false)
    {
        if (Texts.FirstInvalid(reversal.DocumentKey, reversal.DocumentNo, reversal.Note) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        if (reversal.DocumentNo.Length == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "document_no");
        }

        if (state.FindDocument(reversal.DocumentKey) is not { } known)
        {
            return new Refusal(RefusalReason.UnknownDocument, 0, reversal.DocumentKey);
        }

        if (!isApproved && Known(reversal, state) is { } done)
        {
            return done;
        }

        if (known.Status != DocumentStatus.Posted)
        {
            return new Refusal(RefusalReason.WrongStatus, 0, $"{reversal.DocumentKey}: {known.Status}");
        }

        var (head, refusal) = Head(reversal, state.DocumentRow(known.Seq), state);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!isApproved && Tenders.Late(state, head!) is { } late)
        {
            return late;
        }

        var outcome = Post(reversal, known, head!, state);
        return outcome.Draft is not { } draft || isApproved ? outcome
            : ApprovalRules.Holding(state, draft) is [_, ..] rules
                ? LifePosting.Keep(Unposted(reversal, head!), state, DocumentStatus.Awaiting, rules)
            : draft;
    }

    /// <summary>What became of the same reversal before; null where it is new, or was given up.</summary>
    private static Outcome? Known(Reversal reversal, State state) => state.FindDocument(Key(reversal)) switch
    {
        null or { Status: DocumentStatus.Terminated or DocumentStatus.Draft } => (Outcome?)null,
        { } done when done.DocumentNo == reversal.DocumentNo => Outcome.Already(Math.Max(done.Seq, done.DraftSeq)),
        _ => new Refusal(RefusalReason.OriginalReversed, 0, reversal.DocumentKey),
    };

    private static Unposted Unposted(Reversal reversal, DocumentRow head) => new(
        head.DocumentKey, head.Kind, reversal.DocumentNo, HeldKind, DraftContent.Of(reversal), head.ContentDigest,
        reversal.Actor, reversal.Note);

    private static Outcome Post(Reversal reversal, DocumentState known, DocumentRow head, State state)
    {
        if (Voucher.IsKind(known.Kind))
        {
            return new Refusal(RefusalReason.VoucherNotReversed, 0, reversal.DocumentKey);
        }

        if (OpenItems.IsAllocated(state, known.Seq, SettlesItself(known.Kind)))
        {
            return new Refusal(RefusalReason.ItemAllocated, 0, reversal.DocumentKey);
        }

        var movements = Movements(state, known.Seq);
        if (movements.Any(one => one.Event.IsTakenBack && !IsCarried(movements, one.Event.Ref))
            || Following.IsFollowed(state, state.DocumentRow(known.Seq))
            || PaymentRequests.IsPaid(state, state.DocumentRow(known.Seq))
            || ContractChange.IsUsed(state, state.DocumentRow(known.Seq)))
        {
            return new Refusal(RefusalReason.OriginalTakenBack, 0, reversal.DocumentKey);
        }

        if (TooLittle(movements, state) is { } tooLittle)
        {
            return tooLittle;
        }

        var original = state.DocumentRow(known.Seq);
        var isOwnMoment = head.BusinessAt == original.BusinessAt;
        if (!isOwnMoment && movements.Any(one => one.Row.Qty == 0))
        {
            return new Refusal(RefusalReason.NoteReversedLater, 0, reversal.DocumentKey);
        }

        var draft = new Draft(head.Seq, "document") { Document = head };
        var turned = Turn(head, movements);
        var sweep = new CostSweep(state, item => state.MethodOf(state.ItemById(item)));
        draft.Cost = isOwnMoment
            ? sweep.Run([], [.. movements.Select(one => one.Event)])
            : sweep.Run(Events(head, movements, turned), []);
        draft.Stock.AddRange(turned);
        draft.Other.AddRange(Details(head, state));
        if ((BatchReversal.Turn(draft, head, state) ?? TenderReversal.Turn(draft, head, state)) is { } held)
        {
            return held;
        }

        draft.Lines.AddRange(Lines(head, movements, state));
        Money(draft, head, movements, state);
        CostAdjustments.Book(state, draft, head, draft.Cost);
        GiveBack(draft, head, original, state);
        OpenItems.Add(state, draft, head, document: null);
        if (isOwnMoment)
        {
            Forget(draft, known.Seq, movements);
        }

        Stand(draft, reversal, known, head, state);
        return draft;
    }

    /// <summary>The original stands as reversed, the reversal as posted.</summary>
    private static void Stand(
        Draft draft, Reversal reversal, DocumentState known, DocumentRow head, State state)
    {
        LifePosting.AddStep(
            draft, reversal.DocumentKey, DocumentStatus.Posted, DocumentStatus.Reversed, reversal.Note);
        draft.Documents[reversal.DocumentKey] = known with { Status = DocumentStatus.Reversed };
        var before = state.FindDocument(head.DocumentKey);
        if (before is { Status: DocumentStatus.Draft or DocumentStatus.Terminated })
        {
            LifePosting.AddStep(draft, head.DocumentKey, before.Status, DocumentStatus.Posted, reversal.Note);
        }

        LifePosting.Stand(
            draft, head.DocumentKey,
            new(
                head.Kind, head.DocumentNo, DocumentStatus.Posted, head.Seq, before?.DraftSeq ?? None.Id,
                head.ContentDigest, reversal.Actor, ""),
            before);
    }

    /// <summary>Gives back what the original had taken of what others leave: lines, budgets, invoices, requests.
    /// </summary>
    private static void GiveBack(Draft draft, DocumentRow head, DocumentRow original, State state)
    {
        Following.GiveBack(state, draft, original);
        MoneyReversal.Turn(draft, head, state);
        PurchasePrices.GiveBack(state, draft, original);
        Accruals.GiveBack(state, draft, original.Seq);
        Invoicing.GiveBack(state, draft, original);
        PaymentRequests.GiveBack(state, draft, original.Seq);
        SalesReversal.Turn(draft, original, state);
    }

    private static bool SettlesItself(string kind) => DocumentForms.Named(kind) is { SettlesItself: true };

    private static string Key(Reversal reversal) => "reversal:" + reversal.DocumentKey;

    private static (DocumentRow? Head, Refusal? Refusal) Head(Reversal reversal, DocumentRow original, State state)
    {
        if (original.IsReversal == 1)
        {
            return (null, new Refusal(RefusalReason.ReversalOfReversal, 0, reversal.DocumentKey));
        }

        if (state.FindNumber(original.Kind, reversal.DocumentNo) is { } taken && taken.Key != Key(reversal))
        {
            return (null, new Refusal(RefusalReason.DuplicateDocumentNo, 0, reversal.DocumentNo));
        }

        var head = original with
        {
            Seq = state.Seq + 1,
            DocumentNo = reversal.DocumentNo,
            DocumentKey = Key(reversal),
            ContentDigest = original.ContentDigest,
            Note = reversal.Note,
            OriginalSeq = original.Seq,
            IsReversal = 1,
            IsBackdated = 0,
        };
        if (reversal.BusinessAt is { } at)
        {
            if (at.Year is < 1901 or > 2100 || at.ToUnixTimeMilliseconds() < original.BusinessAt)
            {
                return (null, new Refusal(RefusalReason.DateOutOfRange, 0, Dates.Text(DateOnly.FromDateTime(at.Date))));
            }

            var (date, minute) = state.Day.Of(at);
            head = head with
            {
                BusinessAt = at.ToUnixTimeMilliseconds(),
                BusinessDate = Dates.Number(date),
                BusinessMinute = minute,
            };
        }

        return head.BusinessDate <= state.ClosedTo
            ? (null, new Refusal(RefusalReason.ClosedPeriod, 0, Dates.Text(Dates.Date(head.BusinessDate))))
            : (head, null);
    }

    /// <summary>Employees, custom fields and attachments as they stand: the sign is on the figures, so that what an
    /// employee or a field's value brought comes to nothing.</summary>
    private static IEnumerable<object> Details(DocumentRow head, State state)
    {
        var (seq, of) = (head.Seq, head.OriginalSeq);
        return
        [
            .. state.OtherRows<DocumentEmployeeRow>(of)
                .Select(row => row with { Seq = seq }),
            .. state.OtherRows<DocumentFieldRow>(of)
                .Select(row => row with { Seq = seq }),
            .. state.OtherRows<DocumentAttachmentRow>(of)
                .Select(row => row with { Seq = seq }),
        ];
    }

    private static IReadOnlyList<(StockMovementRow Row, CostEvent Event)> Movements(State state, long seq) =>
    [
        .. state.StockRows(seq)
            .Where(row => row.Qty != 0 || row.CostBasis == (long)CostBasis.Revaluation)
            .Select(row => (row, state.Movement(new MovementRef(row.Seq, row.LineNo), PoolLike(state, row.ItemId)))),
    ];

    /// <summary>Whether the document itself brought what went out to another place: nothing else takes that back.
    /// </summary>
    private static bool IsCarried(
        IReadOnlyList<(StockMovementRow Row, CostEvent Event)> movements, MovementRef sent) =>
        movements.Any(one => one.Event.Source == sent);

    private static PoolKey PoolLike(State state, long itemId) => state.PoolKeyOf(state.ItemById(itemId), 1, 1);

    private static Refusal? TooLittle(
        IEnumerable<(StockMovementRow Row, CostEvent Event)> movements, State state)
    {
        foreach (var item in movements.Where(one => one.Row.Qty > 0).GroupBy(one => (one.Row.ItemId, one.Row.DepotId)))
        {
            var row = state.ItemById(item.Key.ItemId);
            var (onHand, qty) = (state.OnHand(row, item.Key.DepotId), item.Sum(one => one.Row.Qty));
            if (onHand < qty && state.StoreById(item.Key.DepotId).MayGoNegative == 0)
            {
                return new Refusal(RefusalReason.InsufficientStock, 0, string.Create(
                    CultureInfo.InvariantCulture, $"{row.ItemCode}: {new Qty(onHand)} < {new Qty(qty)}"));
            }
        }

        return null;
    }

    private static List<StockMovementRow> Turn(
        DocumentRow head, IReadOnlyList<(StockMovementRow Row, CostEvent Event)> movements) =>
    [
        .. movements.Select((one, at) => one.Row with
        {
            Seq = head.Seq,
            LineNo = at + 1,
            CostBasis = (long)CostBasis.Own,
            SourceSeq = one.Row.Qty < 0 ? one.Row.Seq : one.Row.SourceSeq,
            SourceLineNo = one.Row.Qty < 0 ? one.Row.LineNo : one.Row.SourceLineNo,
            BusinessAt = head.BusinessAt,
            BusinessDate = head.BusinessDate,
            Qty = -one.Row.Qty,
            Value = one.Row.Qty < 0 ? one.Event.Value : -one.Event.Value,
        }),
    ];

    private static List<CostEvent> Events(
        DocumentRow head, IReadOnlyList<(StockMovementRow Row, CostEvent Event)> movements,
        List<StockMovementRow> turned)
    =>
    [
        .. movements.Zip(turned, (one, row) =>
        {
            var source = new MovementRef(row.SourceSeq, row.SourceLineNo);
            var key = new OrderKey(
                head.BusinessAt, OrderKey.RankOf(row.Qty, CostBasis.Own, source), head.Kind, head.DocumentNo,
                row.LineNo);
            return one.Event with
            {
                Ref = new MovementRef(row.Seq, row.LineNo), Key = key, Qty = row.Qty, Basis = CostBasis.Own,
                Source = source, Booking = one.Event.Booking with { BusinessDate = head.BusinessDate },
            };
        }),
    ];

    /// <summary>The lines with every sign turned, at what they cost by now.</summary>
    private static IEnumerable<DocumentLineRow> Lines(
        DocumentRow head, IReadOnlyList<(StockMovementRow Row, CostEvent Event)> movements, State state)
    {
        var worth = movements.Where(one => PostingDesk.Counts(head, one.Row))
            .ToLookup(one => one.Row.DocumentLineNo, one => one.Event.Value);
        foreach (var line in state.DocumentLines(head.OriginalSeq))
        {
            var value = worth.Contains(line.LineNo)
                ? worth[line.LineNo].Sum()
                : Math.Abs(Dispatches.CostOf(state, head.Kind, line));
            var cost = line.Qty > 0 ? value : -value;
            var management = line.ManagementCostAmount
                + ManagementCosts.OfAdjusted(state, line, cost - line.CostAmount);
            yield return LineHead.Negate(line with { CostAmount = cost, ManagementCostAmount = management }) with
            {
                Seq = head.Seq, OriginalSeq = line.Seq, OriginalLineNo = line.LineNo,
            };
        }
    }

    /// <summary>The money with every sign turned, and what adjustments had added to the cost.</summary>
    private static void Money(
        Draft draft, DocumentRow head, IReadOnlyList<(StockMovementRow Row, CostEvent Event)> movements, State state)
    {
        foreach (var row in state.MoneyRows(head.OriginalSeq).Where(row => row.IsAdjustment == 0))
        {
            MoneyRows.Add(draft, row with { BusinessDate = head.BusinessDate, Amount = -row.Amount });
        }

        foreach (var ofAccount in movements.GroupBy(one => CostAdjustments.AccountOf(state, one.Event)))
        {
            var adjusted = ofAccount.Sum(one => one.Row.Qty < 0
                ? one.Event.Value + one.Row.Value
                : one.Row.Value - one.Event.Value);
            MoneyRows.Add(draft, head, ofAccount.Key, Account.Inventory, -adjusted);
        }

        Dispatches.Reverse(draft, head, state);
    }

    private static void Forget(
        Draft draft, long originalSeq, IReadOnlyList<(StockMovementRow Row, CostEvent Event)> movements)
    {
        var seq = draft.Seq;
        draft.StateRows.Add(tables =>
        {
            tables.PutReversed(originalSeq);
            tables.PutReversed(seq);
            foreach (var one in movements.Where(one => one.Event.Source != MovementRef.None))
            {
                tables.DropTakenBack(one.Event.Source, originalSeq);
            }
        });
    }
}
