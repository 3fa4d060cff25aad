using Analytics.Ingest.Tests.Import.Templates;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>The examples of the posting API, a document and a voucher of each kind, with targets and budgets; then what
/// of it may be taken back, the last first.</summary>
internal static class ExampleBook
{
    /// <summary>Submissions in the order in which an empty book takes them.</summary>
    public static IReadOnlyList<Submission> Posted =>
    [
        .. ApiExamples.MasterSubmissions,
        new TargetMaster(TargetScope.Company, "", "sales_amount", 202601, Money.Round(1000)),
        new TargetMaster(TargetScope.Company, "", "sales_amount", 202601, Money.Round(1200))
        {
            Floor = Money.Round(1100), Stretch = Money.Round(1300),
        },
        new AgingBandMaster(Account.Receivable, 30) { ProvisionRate = 0.01m },
        new AgingBandMaster(Account.Receivable, 30) { ProvisionRate = 0.02m },
        new AgingBandMaster(Account.Receivable, 90) { ProvisionRate = 0.1m },
        new AgingBandMaster(Account.Receivable, 60) { IsActive = false },
        new AgingBandMaster(Account.Receivable) { ProvisionRate = 1 },
        new StoreComparisonMaster("S01", new(2026, 1, 1)) { Choice = StoreComparison.NotComparable },
        new StoreComparisonMaster("S01", new(2026, 3, 1)) { Choice = StoreComparison.Comparable },
        new StoreComparisonMaster("S01", new(2026, 2, 1)),
        new CreditLimitMaster(CreditScope.Party, "C01") { Amount = Money.Round(9_000_000) },
        new StockLimitMaster("P001", "S01") { Least = Qty.Round(5) },
        new StockLimitMaster("P001", "S01") { Least = Qty.Round(6), Most = Qty.Round(7_000_000) },
        new BudgetMaster(Account.SalesExpense, 202601, Money.Round(900_000)),
        new BudgetMaster(Account.SalesExpense, 202601, Money.Round(800_000)),
        .. ApiExamples.Kinds.Select(kind => ApiExamples.Of(ApiExamples.Json(kind), ApiExamples.TypeOf(kind))),
    ];

    public static async Task PostAsync(CompanyFolder company, IEnumerable<Submission> submissions)
    {
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        foreach (var submission in submissions)
        {
            (await journal.PostAsync(submission, default)).Should().BeOfType<PostResult.Posted>("{0}", submission);
        }
    }

    /// <summary>Takes back what nothing stands on; answers how many documents.</summary>
    public static async Task<int> TakeBackAsync(CompanyFolder company)
    {
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        var taken = 0;
        foreach (var kind in ApiExamples.Kinds.Reverse())
        {
            if (ApiExamples.Of(ApiExamples.Json(kind), ApiExamples.TypeOf(kind)) is Document { DocumentNo: var number })
            {
                var result = await journal.PostAsync(new Reversal($"{kind}:{number}", number + "-R"), default);
                taken += result is PostResult.Posted ? 1 : 0;
            }
        }

        return taken;
    }
}
