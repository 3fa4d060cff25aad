using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>损溢处理: what became of losses and gains not yet decided on, by account; of one count, loss or find where it
/// names that, and then no more than stands on it.</summary>
/// <remarks>Each amount clears <see cref="Account.LossPending"/>: a gain against other income, a loss against an
/// expense or what the party has to make good.</remarks>
internal static class LossSettlement
{
    private static readonly string Name = DocumentKinds.Name(DocumentKind.LossSettlement);

    private static readonly DocumentKind[] Losses =
    [
        DocumentKind.StockCount, DocumentKind.StockDamage, DocumentKind.StockOverflow, DocumentKind.Destruction,
    ];

    public static readonly DocumentForm Form =
        new(DocumentParts.MoneyLines | DocumentParts.Original, Move, Settle);

    private static Refusal? Move(PostingDesk desk)
    {
        var number = desk.Document.OriginalNo;
        var refusal = AccountLines.Take(desk, static (account, _) => Account.IsLossTarget(account));
        if (refusal is not null || number.Length == 0)
        {
            return refusal;
        }

        var (head, unknown) = Following.Original(desk, Losses, number);
        if (unknown is not null)
        {
            return unknown;
        }

        desk.TakesBack(head!.Seq);
        return Follow(desk, head.Seq);
    }

    /// <summary>Links each amount to the lines it is of, the first first; or why there is not so much.</summary>
    private static Refusal? Follow(PostingDesk desk, long seq)
    {
        var (held, amounts) = (Held(desk.State, seq), AccountLines.Of(desk).ToList());
        desk.Draft.Other.RemoveAll(row => row is DocumentMoneyRow);
        var lineNo = 0L;
        foreach (var row in amounts)
        {
            var (side, left) = (IsGain(row.Account) ? -1 : 1, row.Amount);
            for (var at = 0; at < held.Count && left > 0; at++)
            {
                var part = Math.Min(left, side * held[at].Left);
                if (part > 0)
                {
                    desk.Draft.Other.Add(row with
                    {
                        LineNo = ++lineNo, Amount = part, OriginalSeq = seq, OriginalLineNo = held[at].LineNo,
                    });
                    held[at] = (held[at].LineNo, held[at].Left - (side * part));
                    left -= part;
                }
            }

            if (left > 0)
            {
                return new Refusal(
                    RefusalReason.ExceedsOriginal, (int)row.LineNo,
                    $"{desk.Document.OriginalNo}: {new Money(row.Amount - left)} < {new Money(row.Amount)}");
            }
        }

        return null;
    }

    /// <summary>What stands on the account of each line of a document and is not decided on: a loss above
    /// zero.</summary>
    private static List<(long LineNo, long Left)> Held(State state, long seq) =>
    [
        .. state.StockRows(seq).Where(row => row.Qty != 0 && row.CounterLocation == (long)Location.Loss)
            .GroupBy(row => row.DocumentLineNo).Select(line =>
            {
                var worth = line.Sum(row => -Math.Sign(row.Qty) * Worth(state, row));
                var decided = state.Followed(seq, line.Key).GetValueOrDefault(Name);
                return (line.Key, Math.Sign(worth) * Math.Max(0, Math.Abs(worth) - decided));
            }),
    ];

    private static long Worth(State state, StockMovementRow row) => state.Movement(
        new MovementRef(row.Seq, row.LineNo), state.PoolKeyOf(state.ItemById(row.ItemId), 1, 1)).Value;

    private static bool IsGain(string account) => account == Account.OtherIncome;

    private static void Settle(PostingDesk desk)
    {
        foreach (var row in AccountLines.Of(desk).ToList())
        {
            var (on, pending) = ((row.Account, row.PartyId), (Account.LossPending, None.Id));
            var (debit, credit) = IsGain(row.Account) ? (pending, on) : (on, pending);
            desk.Pay(debit, credit, row.Amount);
        }
    }
}
