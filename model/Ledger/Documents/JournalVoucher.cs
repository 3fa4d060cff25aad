using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>记账凭证: any amounts by account and side, debits as much as credits: wages, depreciation, taxes, what else
/// no other document books.</summary>
/// <remarks>Not on inventory: that is worth what lies there, and only documents of goods change it. Debits and credits
/// are paired in their order.</remarks>
internal static class JournalVoucher
{
    public static readonly DocumentForm Form = new(DocumentParts.MoneyLines, Move, Settle);

    private static Refusal? Move(PostingDesk desk)
    {
        if (AccountLines.Take(desk, static (account, _) => Account.Root(account) != Account.Inventory) is { } refusal)
        {
            return refusal;
        }

        var lines = AccountLines.Of(desk).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            var side = desk.Document.MoneyLines[at].Side;
            desk.Draft.Other[desk.Draft.Other.IndexOf(lines[at])] = lines[at] with { Side = Snake.Case(side) };
        }

        var (debit, credit) = (Total(desk, MoneySide.Debit), Total(desk, MoneySide.Credit));
        return debit == credit
            ? null
            : new Refusal(RefusalReason.Unbalanced, 0, $"{new Money(debit)} ≠ {new Money(credit)}");
    }

    private static void Settle(PostingDesk desk)
    {
        var credits = new Queue<DocumentMoneyRow>(Of(desk, MoneySide.Credit));
        var left = credits.Count > 0 ? credits.Peek().Amount : 0;
        foreach (var debit in Of(desk, MoneySide.Debit))
        {
            for (var open = debit.Amount; open > 0;)
            {
                var credit = credits.Peek();
                var part = Math.Min(open, left);
                desk.Pay((debit.Account, debit.PartyId), (credit.Account, credit.PartyId), part);
                (open, left) = (open - part, left - part);
                if (left == 0)
                {
                    credits.Dequeue();
                    left = credits.Count > 0 ? credits.Peek().Amount : 0;
                }
            }
        }
    }

    private static long Total(PostingDesk desk, MoneySide side) => Of(desk, side).Sum(line => line.Amount);

    private static IEnumerable<DocumentMoneyRow> Of(PostingDesk desk, MoneySide side) =>
        AccountLines.Of(desk).Where(line => line.Side == Snake.Case(side));
}
