using Analytics.Ledger;
using CsCheck;
using static Analytics.Reports.Tests.SmallCompany;

namespace Analytics.Reports.Tests;

/// <summary>Which lines of a list go when reversals (红冲) are not shown: those of a document and its reversal that lie
/// both in the period, told again day by day; and no sum differs by it.</summary>
public sealed class ShowReversedTests : IAsyncLifetime
{
    private const int Sales = 40;

    private static readonly string[] Figures =
    [
        "qty", "list_amount", "discount_amount", "gross_amount", "tax_amount", "net_amount", "cost_amount",
        "margin_amount",
    ];

    private SmallCompany company = null!;

    public async Task InitializeAsync() => company = await CreateAsync(Submissions());

    public async Task DisposeAsync() => await company.DisposeAsync();

    [Fact]
    public Task A_pair_goes_only_where_both_are_in_the_period_and_no_sum_differs() => Gen.Select(
        Gen.Int[1, 28], Gen.Int[0, 27], Gen.Bool).SampleAsync(
        async (first, days, isOfItem) =>
        {
            var last = Math.Min(28, first + days);
            string[] given =
            [
                $"from_date=2026-02-{first:00}", $"to_date=2026-02-{last:00}", .. isOfItem ? ["item=A"] : (string[])[],
            ];
            var all = await company.AnswerAsync("sales/detail", [.. given, "show_reversed=yes"]);
            var few = await company.AnswerAsync("sales/detail", given);

            foreach (var figure in Figures)
            {
                few.Sum(figure).Should().Be(all.Sum(figure), figure);
            }
            Numbers(all).Should().BeEquivalentTo(Told(first, last, isOfItem, hides: false));
            Numbers(few).Should().BeEquivalentTo(Told(first, last, isOfItem, hides: true));
        },
        iter: 60, threads: 1);

    [Fact]
    public async Task One_document_asked_for_by_its_number_is_there()
    {
        var sale = await company.AnswerAsync("sales/detail", "period=this_year", "document_no=X4");
        var back = await company.AnswerAsync("sales/detail", "period=this_year", "document_no=X4-R");

        Numbers(sale).Should().Equal("X4");
        Numbers(back).Should().Equal("X4-R");
    }

    [Fact]
    public async Task A_pair_whose_cost_was_adjusted_between_does_not_cancel_and_stays()
    {
        // The receipt came late: what was sold without stock costs more than it did when it was posted.
        Submission[] more =
        [
            .. Masters(), new StoreMaster("S", "店") { MayGoNegative = true },
            Of(DocumentKind.PurchaseReceipt, "R", "S", At(2, 1), Line("A", 1, 10, 0.13m)),
            Of(DocumentKind.Sale, "X", "S", At(2, 3), Line("A", 3, 60, 0.13m)),
            Of(DocumentKind.PurchaseReceipt, "R2", "S", At(2, 4), Line("A", 5, 80, 0.13m)),
            new Reversal("sale:X", "X-R") { BusinessAt = At(2, 5) },
        ];
        await using var late = await CreateAsync(more);
        string[] given = ["from_date=2026-02-01", "to_date=2026-02-28"];
        var all = await late.AnswerAsync("sales/detail", [.. given, "show_reversed=yes"]);
        var few = await late.AnswerAsync("sales/detail", given);

        few.Sum("cost_amount").Should().Be(all.Sum("cost_amount"));
        Numbers(few).Should().Equal(all.Sum("cost_amount") == 0 ? [] : ["X", "X-R"]);
    }

    /// <summary>Sale n is of day n modulo 28; every third was reversed, n modulo 7 days later.</summary>
    private static IEnumerable<string> Told(int first, int last, bool isOfItem, bool hides)
    {
        for (var n = 0; n < Sales; n++)
        {
            var (day, back) = (DayOf(n), BackOf(n));
            var (isIn, isBackIn) = (day >= first && day <= last, back >= first && back <= last);
            if (isOfItem && n % 2 != 0 || hides && isIn && isBackIn)
            {
                continue;
            }
            if (isIn)
            {
                yield return $"X{n}";
            }
            if (isBackIn)
            {
                yield return $"X{n}-R";
            }
        }
    }

    private static int DayOf(int n) => 1 + (n * 5 % 28);

    private static int? BackOf(int n) => n % 3 == 1 ? Math.Min(28, DayOf(n) + (n % 7)) : null;

    private static IEnumerable<Submission> Submissions()
    {
        foreach (var master in Masters().Append(new StoreMaster("S", "店")))
        {
            yield return master;
        }
        yield return Of(DocumentKind.PurchaseReceipt, "RA", "S", At(1, 10), Line("A", 500, 5000, 0.13m));
        yield return Of(DocumentKind.PurchaseReceipt, "RB", "S", At(1, 10), Line("B", 500, 4000, 0.13m));
        for (var n = 0; n < Sales; n++)
        {
            yield return Of(
                DocumentKind.Sale, $"X{n}", "S", At(2, DayOf(n)),
                Line(n % 2 == 0 ? "A" : "B", 1 + n, 20 + (n * 30), 0.13m));
        }
        for (var n = 0; n < Sales; n++)
        {
            if (BackOf(n) is { } day)
            {
                yield return new Reversal($"sale:X{n}", $"X{n}-R") { BusinessAt = At(2, day) };
            }
        }
    }

    private static IEnumerable<string> Numbers(ReportResult result) =>
        result.Rows.Select(row => result.Text(row, "document_no"));
}
