using Analytics.Ledger.Tests.Receivables;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>What each kind of document books.</summary>
internal sealed partial class NaiveMoney
{
    private bool Add(Entry entry, NaiveItems trial)
    {
        var document = entry.Document;
        var isTaken = document.Kind switch
        {
            DocumentKind.MoneyReceipt => Settle(entry, trial, (1, "1122")),
            DocumentKind.MoneyPayment => Settle(entry, trial, (-1, "2202")),
            DocumentKind.AdvanceExpenseSettlement => Settle(entry, trial, (1, "6301")),
            DocumentKind.CustomerRebatePayment => Settle(entry, trial, (-1, "2241")),
            DocumentKind.SupplierRebateReceipt => Settle(entry, trial, (1, "1221")),
            DocumentKind.InsuranceReview => Settle(entry, trial, (1, "1122")),
            DocumentKind.ChannelSettlement => Channel(entry, trial),
            DocumentKind.InsuranceClaim => Claim(entry, trial),
            DocumentKind.ExpenseRequest or DocumentKind.AdvanceExpenseRequest => true,
            DocumentKind.Expense => MayFollow(document, DocumentKind.ExpenseRequest) && Spend(entry),
            DocumentKind.AdvanceExpense => MayFollow(document, DocumentKind.AdvanceExpenseRequest) && Advance(entry),
            DocumentKind.TopUp or DocumentKind.StoredValueRefund => Store(entry),
            DocumentKind.PointsAdjust or DocumentKind.PointsExpiry or DocumentKind.PointsRedeem => Points(entry),
            DocumentKind.Sale => Sell(entry),
            _ => Book(entry),
        };
        if (!isTaken)
        {
            return false;
        }

        foreach (var (on, amount) in document.Kind is DocumentKind.InsuranceClaim ? [] : entry.Changes())
        {
            trial.Add(entry.Name, on, entry.Day, amount, (Due(entry, on, amount), entry.Day));
        }

        return Planned(entry, trial);
    }

    /// <summary>What has no rule of its own: amounts on one side, their sum on the other.</summary>
    private static bool Book(Entry entry)
    {
        var document = entry.Document;
        foreach (var line in document.MoneyLines)
        {
            var amount = line.Amount.ToDecimal();
            var (sign, other) = document.Kind switch
            {
                DocumentKind.FundTransfer => (1, Place(document, "")),
                DocumentKind.OtherIncome => (-1, Place(document, "1221")),
                DocumentKind.CustomerRebate => (1, "2241"),
                DocumentKind.SupplierRebate => (-1, "1221"),
                DocumentKind.JournalVoucher => (line.Side == MoneySide.Debit ? 1 : -1, ""),
                _ => throw new ArgumentOutOfRangeException(nameof(entry)),
            };
            entry.Book(line.Account, Party(document, line), sign * amount);
            if (other.Length > 0)
            {
                entry.Book("2221", "", sign * line.TaxAmount.ToDecimal());
                entry.Book(other, document.PartyCode, -sign * (amount + line.TaxAmount.ToDecimal()));
            }
        }

        return document.Kind != DocumentKind.JournalVoucher || entry.Money.Sum(one => one.Amount) == 0;
    }

    private bool Spend(Entry entry)
    {
        var document = entry.Document;
        foreach (var line in document.MoneyLines)
        {
            entry.Book(line.Account, "", line.Amount.ToDecimal());
            entry.Book("2221", "", line.TaxAmount.ToDecimal());
            entry.Book(Place(document, "2241"), document.PartyCode, -(line.Amount + line.TaxAmount).ToDecimal());
            entry.Spent.Add((line.Account, line.DepartmentCode, line.Amount.ToDecimal()));
        }

        var month = Number(entry.Day) / 100;
        var own = entry.Spent.Where(one => (one.Account, one.Department) == ("6601", "X1")).Sum(one => one.Amount);
        return month != 202601 || own == 0 || Spent("6601", "X1", month) + own <= Budget;
    }

    private static bool Advance(Entry entry)
    {
        var document = entry.Document;
        foreach (var line in document.MoneyLines)
        {
            entry.Book("1221", document.PartyCode, line.Amount.ToDecimal());
            entry.Book(Place(document, "1122"), line.PartyCode, -line.Amount.ToDecimal());
        }

        return document.Tender == Tender.Cash || document.MoneyLines.All(line => line.PartyCode.Length > 0);
    }

    /// <summary>Goods at 1 each, for money to be settled.</summary>
    private bool Sell(Entry entry)
    {
        var document = entry.Document;
        var (qty, net) = (document.Lines[0].Quantity.ToDecimal(), document.Lines[0].NetAmount.ToDecimal());
        var owed = Balances().GetValueOrDefault(("1122", document.PartyCode)) + net;
        entry.Book("1122", document.PartyCode, net);
        entry.Book("6001", "", -net);
        entry.Book("6401", "", qty);
        entry.Book("1405", "", -qty);
        return document.PartyCode != OtherCustomer || owed <= Credit;
    }

    private bool Store(Entry entry)
    {
        var (document, bonus) = (entry.Document, entry.Document.Bonus.ToDecimal());
        var sign = document.Kind == DocumentKind.TopUp ? 1 : -1;
        var paid = document.Tenders.Sum(part => part.Amount.ToDecimal());
        entry.Book("1001", "", sign * paid);
        entry.Book("6601", "", sign * bonus);
        entry.Book("2204", "", -sign * (paid + bonus));
        entry.Held.Add((document.PartyCode, "stored_paid", sign * paid));
        entry.Held.Add((document.PartyCode, "stored_bonus", sign * bonus));
        entry.Till.AddRange(document.Tenders.Select(part => (part.TenderCode, sign * part.Amount.ToDecimal())));
        return sign > 0 || (Holds(document.PartyCode, "stored_paid") >= paid
            && Holds(document.PartyCode, "stored_bonus") >= bonus);
    }

    private bool Points(Entry entry)
    {
        var document = entry.Document;
        if (document.Kind == DocumentKind.PointsRedeem)
        {
            var cost = document.Lines.Sum(line => line.Quantity.ToDecimal());
            entry.Book("6401", "", cost);
            entry.Book("1405", "", -cost);
            entry.Held.Add((document.PartyCode, "points", -document.Points.ToDecimal()));
            return Holds(document.PartyCode, "points") >= document.Points.ToDecimal();
        }

        var isExpiry = document.Kind == DocumentKind.PointsExpiry;
        foreach (var part in document.PointsParts)
        {
            var (held, points) = (Holds(part.PartyCode, "points"), part.Points.ToDecimal());
            var change = !isExpiry ? points : points == 0 ? -Math.Max(held, 0) : -points;
            if (change < 0 && held + change < 0)
            {
                return false;
            }

            entry.Held.Add((part.PartyCode, "points", change));
        }

        return true;
    }

    private bool MayFollow(Document document, DocumentKind kind)
    {
        if (document.OriginalNo.Length == 0)
        {
            return true;
        }

        var request = Entries.Find(one => one.Document.Kind == kind && one is { IsReversal: false, IsReversed: false }
            && one.Document.DocumentNo == document.OriginalNo)?.Document;
        return request is not null && request.BusinessAt <= document.BusinessAt
            && (request.PartyCode.Length == 0 || request.PartyCode == document.PartyCode)
            && document.MoneyLines.All(line => request.MoneyLines.Any(one => one.Account == line.Account
                && Followed(document.OriginalNo, line.Account) + line.Amount.ToDecimal() <= one.Amount.ToDecimal()));
    }

    /// <summary>Amounts on one side; what is settled, and the rest, on the other.</summary>
    private static bool Settle(Entry entry, NaiveItems trial, (int Side, string OnAccount) way)
    {
        var document = entry.Document;
        var (money, settled) = (document.MoneyLines.Sum(line => line.Amount.ToDecimal()), 0m);
        foreach (var line in document.MoneyLines)
        {
            entry.Book(line.Account, Party(document, line), way.Side * line.Amount.ToDecimal());
        }

        foreach (var settles in document.Settles)
        {
            var item = Find(trial, settles.Item);
            var isOwn = item is not null
                && entry.Money.Exists(one => (one.Account, one.Party) == (item.Account, item.Party));
            if (item is null || isOwn || item.Party != document.PartyCode || Math.Sign(item.Amount) != way.Side)
            {
                return false;
            }

            settled += settles.Amount!.Value.ToDecimal();
        }

        foreach (var settles in document.Settles)
        {
            entry.Book(
                Find(trial, settles.Item)!.Account, document.PartyCode, -way.Side * settles.Amount!.Value.ToDecimal());
        }

        var rest = document.RestAccount.Length > 0 ? document.RestAccount : way.OnAccount;
        entry.Book(rest, document.PartyCode, -way.Side * (money - settled));
        return settled <= money;
    }

    private static bool Channel(Entry entry, NaiveItems trial)
    {
        var document = entry.Document;
        var fee = document.Fee!.Value.ToDecimal();
        foreach (var line in document.MoneyLines)
        {
            entry.Book(line.Account, "", line.Amount.ToDecimal());
        }

        entry.Book("6603", "", fee);
        entry.Book("1122", Platform, -entry.Money.Sum(one => one.Amount));
        var items = document.Settles.Select(one => Find(trial, one.Item)).ToList();
        var gross = document.MoneyLines.Sum(line => line.Amount.ToDecimal()) + fee;
        return items.TrueForAll(item => item is { Account: "1122", Party: Platform, Amount: > 0 })
            && document.Settles.Sum(one => one.Amount!.Value.ToDecimal()) <= gross;
    }

    /// <summary>One item in the place of others.</summary>
    private static bool Claim(Entry entry, NaiveItems trial)
    {
        var document = entry.Document;
        var total = document.Claim!.Funds.Sum(fund => fund.Amount.ToDecimal());
        var on = ("1122", document.PartyCode);
        if (!document.Settles.All(one => Find(trial, one.Item) is { Account: "1122", Amount: > 0 } item
                && item.Party == document.PartyCode)
            || document.Settles.Sum(one => one.Amount!.Value.ToDecimal()) != total)
        {
            return false;
        }

        trial.Add(entry.Name, on, entry.Day, -total, (entry.Day, entry.Day));
        trial.Add(entry.Name, on, entry.Day, total, (Due(entry, on, total), entry.Day));
        return true;
    }

    /// <summary>Settles what the document says with what it made itself.</summary>
    private static bool Planned(Entry entry, NaiveItems trial) => entry.Document.Settles.All(settles =>
    {
        var item = Find(trial, settles.Item)!;
        var own = trial.Items.Find(one => one.Entry == entry.Name
            && (one.Account, one.Party) == (item.Account, item.Party) && (one.Amount > 0) != (item.Amount > 0));
        return own is not null && trial.Settle(entry.Name, item, own, settles.Amount!.Value.ToDecimal(), entry.Day);
    });

    private static NaiveItems.Item? Find(NaiveItems items, OpenItemRef wanted) => items.Items.Find(item =>
        item.Entry == $"{wanted.Kind} {wanted.DocumentNo}" && item.Account == wanted.Account
        && (wanted.LineNo == 0 || item.Line == wanted.LineNo));

    private static string Party(Document document, MoneyLine line) =>
        line.PartyCode.Length > 0 ? line.PartyCode : document.PartyCode;

    private static string Place(Document document, string onAccount) =>
        document.Tender == Tender.Account ? onAccount
        : document.MoneyAccount.Length > 0 ? document.MoneyAccount
        : "1001";

    /// <summary>When it is due: on the day, unless it is owed on terms.</summary>
    private static int Due(Entry entry, (string Account, string Party) on, decimal amount)
    {
        var isOwed = amount > 0 ? on.Account is "1122" or "1221" : on.Account is "2202" or "2241";
        return !isOwed ? entry.Day
            : on.Party == entry.Document.PartyCode && entry.Document.DueDate is { } stated
                ? stated.DayNumber - On(0).DayNumber
            : on.Party is OtherCustomer or Office ? entry.Day + 30
            : on.Party == OtherSupplier ? MonthEnd(On(entry.Day)).AddDays(10).DayNumber - On(0).DayNumber
            : entry.Day;
    }

    private static DateOnly MonthEnd(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
}
