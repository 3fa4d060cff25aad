using Analytics.Ledger.Tests.Receivables;
using static Analytics.Ledger.Tests.Documents.NaiveMoney;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>Makes up what happens next to money, out of what a naive book has open, sound and unsound.</summary>
internal sealed class MoneyHistory(Random random)
{
    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.Sale, DocumentKind.Sale, DocumentKind.Sale, DocumentKind.MoneyReceipt, DocumentKind.MoneyReceipt,
        DocumentKind.MoneyPayment, DocumentKind.MoneyPayment, DocumentKind.ExpenseRequest, DocumentKind.Expense,
        DocumentKind.Expense, DocumentKind.OtherIncome, DocumentKind.FundTransfer, DocumentKind.AdvanceExpenseRequest,
        DocumentKind.AdvanceExpense, DocumentKind.AdvanceExpense, DocumentKind.AdvanceExpenseSettlement,
        DocumentKind.CustomerRebate, DocumentKind.CustomerRebatePayment, DocumentKind.SupplierRebate,
        DocumentKind.SupplierRebateReceipt, DocumentKind.InsuranceClaim, DocumentKind.InsuranceClaim,
        DocumentKind.InsuranceReview,
        DocumentKind.ChannelSettlement, DocumentKind.JournalVoucher, DocumentKind.TopUp,
        DocumentKind.StoredValueRefund, DocumentKind.PointsAdjust, DocumentKind.PointsExpiry,
        DocumentKind.PointsRedeem,
    ];

    private int count;

    /// <summary>What the histories need beside the ready book.</summary>
    public static IReadOnlyList<Submission> Masters =>
    [
        new PartyMaster("C2", "李四") { IsCustomer = true, Term = new PaymentTerm(TermKind.Days, 30) },
        new PartyMaster("V2", "同德医药") { IsSupplier = true, Term = new PaymentTerm(TermKind.MonthEnd, 10) },
        new PartyMaster("YB", "市医保局") { IsCustomer = true, Term = new PaymentTerm(TermKind.Days, 30) },
        new PartyMaster("P1", "外卖平台") { IsCustomer = true },
        new ListValueMaster(ListKind.Department, "X1", "市场部"),
        new BudgetMaster("6601", 202601, Money.Round(Budget)) { DepartmentCode = "X1" },
        new CreditLimitMaster(CreditScope.Party, "C2") { Amount = Money.Round(Credit) },
        new TenderMaster("CASH", "现金", TenderKind.Cash),
        new TenderMaster("O2O", "外卖", TenderKind.Other)
        {
            AccountCode = Account.Receivable, PartyCode = "P1", FeeRate = 0.05m,
        },
    ];

    public NaiveMoney Naive { get; } = new();

    public Document Next()
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var document = new Document(kind, $"M{++count}", Day("2026-01-01").AddDays(random.Next(45)))
        {
            StoreCode = Store, Lines = [],
        };
        return kind switch
        {
            DocumentKind.Sale => document with
            {
                PartyCode = Some(Customer, OtherCustomer, Office, Platform), Tender = Tender.Account,
                DueDate = random.Next(3) == 0 ? On(random.Next(60)) : null,
                Lines = [Line(random.Next(1, 4), random.Next(1, 90_000) / 100m)],
            },
            DocumentKind.ExpenseRequest => document with { MoneyLines = Amounts("6601", "6602") },
            DocumentKind.AdvanceExpenseRequest => Supplied(document) with { MoneyLines = Amounts("6601", "6602") },
            DocumentKind.Expense or DocumentKind.AdvanceExpense => Spent(document),
            DocumentKind.OtherIncome => Placed(document) with { MoneyLines = Taxed("6051", "6301") },
            DocumentKind.FundTransfer => document with { MoneyLines = Amounts("1002", "6603") },
            DocumentKind.CustomerRebate => Sold(document) with { MoneyLines = Taxed("6601", "6001") },
            DocumentKind.SupplierRebate => Supplied(document) with { MoneyLines = Taxed("6401", "6051") },
            DocumentKind.JournalVoucher => Voucher(document),
            DocumentKind.TopUp or DocumentKind.StoredValueRefund => Sold(document) with
            {
                Tenders = [new TenderPart("CASH", Amount(200))], Bonus = random.Next(2) == 0 ? Amount(30) : Money.Zero,
            },
            DocumentKind.PointsAdjust => document with { PointsParts = [Points(random.Next(-20, 40) * 2 + 1)] },
            DocumentKind.PointsExpiry => document with
            {
                EarnedUpTo = On(0), PointsParts = [Points(random.Next(2) * random.Next(30))],
            },
            DocumentKind.PointsRedeem => Sold(document) with
            {
                Points = Qty.Round(random.Next(1, 30)), Lines = [Line(random.Next(1, 3), 0)],
            },
            _ => Settling(document),
        };
    }

    /// <summary>Something to take back, and on which day.</summary>
    public (Entry Of, int Day)? Back()
    {
        var standing = Naive.Entries.Where(one => !one.IsReversal && one.Day >= 0).ToList();
        if (standing.Count == 0)
        {
            return null;
        }

        var of = standing[random.Next(standing.Count)];
        return (of, of.Day + (random.Next(3) == 0 ? random.Next(1, 20) : 0));
    }

    /// <summary>An entry that settled something, and the day on which that is taken back.</summary>
    public (Entry Of, int Day)? Unsettle()
    {
        var settling = Naive.Entries.Where(one => one.Document.Settles.Count > 0 && !one.IsReversal).ToList();
        return settling.Count == 0 ? null : (settling[random.Next(settling.Count)], random.Next(20, 60));
    }

    private Document Spent(Document document)
    {
        var kind = document.Kind == DocumentKind.Expense
            ? DocumentKind.ExpenseRequest
            : DocumentKind.AdvanceExpenseRequest;
        var requests = Naive.Entries.Where(one => one.Document.Kind == kind && !one.IsReversal).ToList();
        var request = random.Next(2) == 0 && requests.Count > 0 ? requests[random.Next(requests.Count)].Document : null;
        var lines = request is null ? Taxed("6601", "6602")
            : [.. request.MoneyLines.Select(line => line with { Amount = Share(line.Amount) })];
        var placed = document.Kind == DocumentKind.Expense ? Placed(document) : Supplied(document) with
        {
            Tender = random.Next(2) == 0 ? Tender.Cash : Tender.Account,
            PartyCode = request?.PartyCode ?? Some(Supplier, OtherSupplier),
        };
        var to = placed is { Kind: DocumentKind.AdvanceExpense } && random.Next(8) > 0
            ? Some(Customer, OtherCustomer)
            : "";
        return placed with
        {
            OriginalNo = request?.DocumentNo ?? "",
            BusinessAt = request?.BusinessAt.AddDays(random.Next(-1, 9)) ?? document.BusinessAt,
            MoneyLines =
            [
                .. lines.Select(line => placed.Kind == DocumentKind.AdvanceExpense
                    ? line with { TaxAmount = Money.Zero, PartyCode = to }
                    : line with { DepartmentCode = random.Next(2) == 0 ? "X1" : "" }),
            ],
        };
    }

    /// <summary>What settles items of a party: mostly of the side it should be, of any account.</summary>
    private Document Settling(Document document)
    {
        var (party, side, accounts) = document.Kind switch
        {
            DocumentKind.MoneyReceipt => (Some(Customer, OtherCustomer, Supplier, Office), 1, ["1002", "1001", "6603"]),
            DocumentKind.MoneyPayment => (Some(Customer, Supplier, OtherSupplier), -1, ["1002", "1001", "6301"]),
            DocumentKind.AdvanceExpenseSettlement =>
                (Some(Supplier, OtherSupplier), 1, ["2202", "1002", "6601"]),
            DocumentKind.CustomerRebatePayment => (Some(Customer, OtherCustomer), -1, ["1001", "1122"]),
            DocumentKind.SupplierRebateReceipt => (Some(Supplier, OtherSupplier), 1, ["1002", "2202"]),
            DocumentKind.InsuranceReview => (Office, 1, ["6711", "1221"]),
            DocumentKind.InsuranceClaim => (Office, 1, []),
            _ => (Platform, 1, new[] { "1002", "1001" }),
        };
        var items = Naive.Items.Items.Where(item => Naive.Items.Left(item) != 0 && item.Party == party
                && (random.Next(15) == 0 || Math.Sign(item.Amount) == side))
            .OrderBy(_ => random.Next()).Take(random.Next(document.Kind == DocumentKind.InsuranceClaim ? 1 : 0, 3))
            .Select(item => new Settlement(Ref(item), Share(Money.Round(Math.Abs(Naive.Items.Left(item)))))).ToList();
        var settled = Money.Round(items.Sum(item => item.Amount!.Value.ToDecimal()));
        return Settling(document with { PartyCode = party, Settles = items }, accounts, settled);
    }

    private Document Settling(Document document, string[] accounts, Money settled)
    {
        if (document.Kind == DocumentKind.InsuranceClaim)
        {
            var funds = settled > Money.Zero ? settled : Amount(9);
            return document with
            {
                BusinessAt = document.BusinessAt.AddDays(30),
                Claim = new ClaimPart(202601, "职工", [new FundAmount("统筹", funds)]),
            };
        }

        var isExact = settled > Money.Zero && random.Next(2) == 0;
        var more = isExact ? Money.Zero : Amount(300);
        IReadOnlyList<MoneyLine> lines =
            [new MoneyLine(accounts[random.Next(accounts.Length)], Money.Round((settled + more).ToDecimal()))];
        return document with
        {
            MoneyLines = lines,
            Fee = document.Kind == DocumentKind.ChannelSettlement ? Amount(5) : null,
            ChannelTenderCode = document.Kind == DocumentKind.ChannelSettlement ? "O2O" : "",
            RestAccount = (document.Kind, random.Next(3)) switch
            {
                (DocumentKind.MoneyReceipt, 0) => "2203",
                (DocumentKind.MoneyPayment, 0) => "1123",
                _ => "",
            },
        };
    }

    /// <summary>Two debits and a credit, now and then out of balance.</summary>
    private Document Voucher(Document document)
    {
        var (one, other) = (Amount(90), Amount(90));
        var credit = random.Next(9) == 0 ? one : Money.Round((one + other).ToDecimal());
        return document with
        {
            MoneyLines =
            [
                new MoneyLine(Some("6602", "1122", "2241"), one) { PartyCode = Some(Customer, OtherSupplier) },
                new MoneyLine("6601", other),
                new MoneyLine(Some("2241", "2202", "1221"), credit)
                {
                    Side = MoneySide.Credit, PartyCode = Some(Supplier, OtherSupplier),
                },
            ],
        };
    }

    private Document Placed(Document document) => random.Next(3) switch
    {
        0 => document with { Tender = Tender.Account, PartyCode = Some(Supplier, OtherSupplier) },
        1 => document with { MoneyAccount = "1002" },
        _ => document,
    };

    private Document Supplied(Document document) => document with { PartyCode = Some(Supplier, OtherSupplier) };

    private Document Sold(Document document) => document with { PartyCode = Some(Customer, OtherCustomer) };

    private MoneyLine[] Amounts(params string[] accounts) =>
        [.. accounts.Take(random.Next(1, accounts.Length + 1)).Select(account => new MoneyLine(account, Amount(400)))];

    private MoneyLine[] Taxed(params string[] accounts) =>
        [.. Amounts(accounts).Select(line => line with { TaxAmount = random.Next(2) == 0 ? Amount(20) : Money.Zero })];

    /// <summary>All of it, a part, now and then too much.</summary>
    private Money Share(Money all) => random.Next(12) switch
    {
        0 => Money.Round(all.ToDecimal() + 0.0001m),
        < 6 => all,
        _ => Money.Round(Math.Max(0.0001m, all.ToDecimal() * random.Next(1, 100) / 100)),
    };

    private PointsPart Points(int points) => new(Some(Customer, OtherCustomer), Qty.Round(points));

    private static OpenItemRef Ref(NaiveItems.Item item)
    {
        var parts = item.Entry.Split(' ');
        return new OpenItemRef(parts[0], parts[1])
        {
            Account = item.Account, LineNo = parts[0] is "insurance_claim" or "journal_voucher" ? item.Line : 0,
        };
    }

    private Money Amount(int most) => Money.Round(random.Next(1, most * 10_000) / 10_000m);

    private string Some(params string[] some) => some[random.Next(some.Length)];
}
