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
        return refusal is not null ? refusal
            : !isApproved && Tenders.Late(state, head!) is { } late ? late
            : !isApproved && ApprovalRules.Holding(state, new Draft(head!.Seq, "") { Document = head }) is [_, ..] rules
                ? Hold(reversal, head, rules, state)
            : Post(reversal, known, head!, state);
    }

    /// <summary>What became of the same reversal before; null where it is new, or was given up.</summary>
    private static Outcome? Known(Reversal reversal, State state) => state.FindDocument(Key(reversal)) switch
    {
        null or { Status: DocumentStatus.Terminated or DocumentStatus.Draft } => (Outcome?)null,
        { } done when done.DocumentNo == reversal.DocumentNo => Outcome.Already(Math.Max(done.Seq, done.DraftSeq)),
        _ => new Refusal(RefusalReason.OriginalReversed, 0, reversal.DocumentKey),
    };

    private static Draft Hold(
        Reversal reversal, DocumentRow head, IReadOnlyList<ApprovalRuleRow> rules, State state)
    {
        var draft = new Draft(state.Seq + 1, "draft") { HeldAs = DocumentStatus.Awaiting };
        draft.Other.Add(new DraftRow
        {
            Seq = draft.Seq,
            DocumentKey = head.DocumentKey,
            Kind = HeldKind,
            DocumentNo = reversal.DocumentNo,
            Content = DraftContent.Of(reversal),
            ContentDigest = head.ContentDigest,
            ApprovalRules = string.Join(' ', rules.Select(rule => rule.ApprovalRuleCode)),
        });
        var before = state.FindDocument(head.DocumentKey)?.Status ?? "";
        LifePosting.AddStep(draft, head.DocumentKey, before, DocumentStatus.Awaiting, reversal.Note);
        draft.Documents[head.DocumentKey] = new DocumentState(
            head.Kind, reversal.DocumentNo, DocumentStatus.Awaiting, None.Id, draft.Seq, head.ContentDigest,
            reversal.Actor, "");
        draft.Numbers[(head.Kind, reversal.DocumentNo)] = (None.Id, head.DocumentKey);
        return draft;
    }

    private static Outcome Post(Reversal reversal, DocumentState known, DocumentRow head, State state)
    {
        if (Voucher.IsKind(known.Kind))
        {
            return new Refusal(RefusalReason.VoucherNotReversed, 0, reversal.DocumentKey);
        }

        if (OpenItems.IsAllocated(state, known.Seq))
        {
            return new Refusal(RefusalReason.ItemAllocated, 0, reversal.DocumentKey);
        }

        var movements = Movements(state, known.Seq);
        if (movements.Any(one => one.Event.IsTakenBack)
            || Following.IsFollowed(state, state.DocumentRow(known.Seq)))
        {
            return new Refusal(RefusalReason.OriginalTakenBack, 0, reversal.DocumentKey);
        }

        if (TooLittle(movements, state) is { } tooLittle)
        {
            return tooLittle;
        }

        var original = state.DocumentRow(known.Seq);
        var isOwnMoment = head.BusinessAt == original.BusinessAt;
        var draft = new Draft(head.Seq, "document") { Document = head };
        var turned = Turn(head, movements);
        var sweep = new CostSweep(state, item => MethodOf(state, item));
        draft.Cost = isOwnMoment
            ? sweep.Run([], [.. movements.Select(one => one.Event)])
            : sweep.Run(Events(head, movements, turned), []);
        draft.Stock.AddRange(turned);
        if (BatchReversal.Turn(draft, head, state) is { } misplaced)
        {
            return misplaced;
        }

        if (TenderReversal.Turn(draft, head, state) is { } held)
        {
            return held;
        }

        draft.Lines.AddRange(Lines(head, movements, state));
        Money(draft, head, state);
        CostAdjustments.Book(state, draft, head, draft.Cost);
        Following.GiveBack(state, draft, head.Kind, state.DocumentLines(known.Seq));
        OpenItems.Add(state, draft, head, document: null);
        if (isOwnMoment)
        {
            Forget(draft, known.Seq, movements);
        }

        LifePosting.AddStep(
            draft, reversal.DocumentKey, DocumentStatus.Posted, DocumentStatus.Reversed, reversal.Note);
        draft.Documents[reversal.DocumentKey] = known with { Status = DocumentStatus.Reversed };
        draft.Documents[head.DocumentKey] = new DocumentState(
            head.Kind, head.DocumentNo, DocumentStatus.Posted, head.Seq,
            state.FindDocument(head.DocumentKey)?.DraftSeq ?? None.Id, head.ContentDigest, reversal.Actor, "");
        draft.Numbers[(head.Kind, head.DocumentNo)] = (head.Seq, head.DocumentKey);
        return draft;
    }

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

    private static IReadOnlyList<(StockMovementRow Row, CostEvent Event)> Movements(State state, long seq) =>
    [
        .. state.StockRows(seq).Where(row => row.Qty != 0).Select(row =>
            (row, state.Movement(new MovementRef(row.Seq, row.LineNo), PoolLike(state, row.ItemId)))),
    ];

    private static PoolKey PoolLike(State state, long itemId) => state.PoolKeyOf(state.ItemById(itemId), 1, 1);

    private static CostMethod MethodOf(State state, long itemId) => state.MethodOf(state.ItemById(itemId));

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
                head.BusinessAt, OrderKey.RankOf(row.Qty, source), head.Kind, head.DocumentNo, row.LineNo);
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
        var worth = movements.ToLookup(one => one.Row.DocumentLineNo, one => one.Event.Value);
        foreach (var line in state.DocumentLines(head.OriginalSeq))
        {
            var value = worth.Contains(line.LineNo) ? worth[line.LineNo].Sum() : Math.Abs(line.CostAmount);
            var cost = line.Qty < 0 ? -value : value;
            var management = line.ManagementCostAmount
                + ManagementCosts.OfAdjusted(state, line, cost - line.CostAmount);
            yield return LineHead.Negate(line with { CostAmount = cost, ManagementCostAmount = management }) with
            {
                Seq = head.Seq, OriginalSeq = line.Seq, OriginalLineNo = line.LineNo,
            };
        }
    }

    /// <summary>The money with every sign turned, and what adjustments had added to the cost.</summary>
    private static void Money(Draft draft, DocumentRow head, State state)
    {
        foreach (var row in state.MoneyRows(head.OriginalSeq).Where(row => row.IsAdjustment == 0))
        {
            MoneyRows.Add(draft, row with { BusinessDate = head.BusinessDate, Amount = -row.Amount });
        }

        var original = state.DocumentLines(head.OriginalSeq).Sum(line => line.CostAmount);
        var adjusted = -draft.Lines.Sum(line => line.CostAmount) - original;
        MoneyRows.Add(draft, head, Account.CostOfSales, Account.Inventory, -adjusted);
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
