using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

public sealed class PeriodAverageTests
{
    [Fact]
    public async Task A_closing_period_gives_all_its_issues_one_price()
    {
        await using var book = await CreateAveragedAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-05", Line(4, 90)));
        await book.PostedAsync(Receipt("R2", "2026-01-10", Line(10, 200)));
        await book.PostedAsync(Sale("D2", "2026-01-20", Line(6, 90)));
        await book.PostedAsync(Sale("D3", "2026-02-03", Line(5, 90)));

        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        // (100 + 200) ÷ (10 + 10) = 15 for January; February goes on from 10 pieces worth 150.
        Costs(book).Should().Be("D1 60; D2 90; D3 75; R1 100; R2 200");
        book.Number("select count(*) from cost_adjustment where business_date <= 20260131").Should().Be(2);
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task What_came_back_in_the_period_counts_as_not_gone_out()
    {
        await using var book = await CreateAveragedAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-05", Line(4, 90)));
        await book.PostedAsync(Receipt("R2", "2026-01-10", Line(10, 200)));
        await book.PostedAsync(Return("T1", "2026-01-12", "D1", Line(1, 20)));
        await book.PostedAsync(Return("T2", "2026-02-02", "D1", Line(1, 20)));

        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        Costs(book).Should().Be("D1 60; R1 100; R2 200; T1 -15; T2 -15");
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task A_pool_that_lacked_goods_keeps_its_moving_average()
    {
        await using var book = await CreateAveragedAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(2, 20)));
        await book.PostedAsync(Sale("D1", "2026-01-05", Line(4, 90)));
        await book.PostedAsync(Receipt("R2", "2026-01-10", Line(10, 200)));

        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        Costs(book).Should().Be("D1 60; R1 20; R2 200");
        await VerifiedAsync(book);
    }

    [Fact]
    public async Task A_period_that_is_not_over_cannot_be_closed()
    {
        await using var book = await CreateAsync();

        var refusal = await book.RefusedAsync(new PeriodClose(new DateOnly(2099, 1, 31)));

        refusal.Reason.Should().Be(RefusalReason.PeriodNotOver);
    }

    [Fact]
    public void Closing_agrees_with_the_textbook_formula_whatever_happened_in_the_period() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 900], Gen.Int[0, 4], Gen.Int[1, 28]).Array[1, 20].Sample(
            moves => HoldsAsync(moves).GetAwaiter().GetResult(), iter: 40, threads: 1);

    /// <summary>Receipts, revaluations and sales of January that never lack goods: each sale is worth its share of what
    /// there was.</summary>
    private static async Task HoldsAsync((int Qty, int Value, int Kind, int Day)[] moves)
    {
        await using var book = await CreateAveragedAsync();
        var (qty, value, sold) = (100m, 700m, 0m);
        await book.PostedAsync(Receipt("R", "2026-01-01", Line(100, 700)));
        for (var at = 0; at < moves.Length; at++)
        {
            var day = $"2026-01-{moves[at].Day:00}";
            if (moves[at].Kind > 2)
            {
                var more = Money.Round((moves[at].Value + 1) / 7m);
                await book.PostedAsync(new Document(DocumentKind.CostAdjustment, $"A{at:00}", Day(day))
                {
                    StoreCode = Store,
                    Lines = [Line(0, 0, cost: more.ToDecimal()) with { OriginalNo = moves[at].Kind == 3 ? "R" : "" }],
                });
                value += more.ToDecimal();
                continue;
            }

            if (moves[at].Kind == 0 && sold + moves[at].Qty < 100)
            {
                await book.PostedAsync(Sale($"D{at:00}", day, Line(moves[at].Qty, 9)));
                sold += moves[at].Qty;
                continue;
            }

            await book.PostedAsync(Receipt($"R{at:00}", day, Line(moves[at].Qty, moves[at].Value / 7m)));
            (qty, value) = (qty + moves[at].Qty, value + Money.Round(moves[at].Value / 7m).ToDecimal());
        }

        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        var left = book.Query("select qty, value from state_pool", row => (
            (decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale)).Single();
        left.Item1.Should().Be(qty - sold);
        left.Item2.Should().Be(value - Math.Round(value * sold / qty, 4, MidpointRounding.AwayFromZero));
        var last = book.Query(
            "select line.qty, line.cost_amount + coalesce((select sum(later.cost_amount) from cost_adjustment later "
            + "where later.original_seq = line.seq), 0) from document_line line join document using (seq) "
            + "where document.kind = 'sale'",
            row => ((decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale));
        foreach (var (part, cost) in last)
        {
            cost.Should().BeApproximately(value * part / qty, 0.0001m);
        }

        await VerifiedAsync(book);
    }

    private static async Task<TestBook> CreateAveragedAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(new CostClassMaster("K", "月末加权", CostMethod.PeriodAverage) { IsCompanyWide = true });
        await book.PostedAsync(new ItemMaster(Item, "感冒灵颗粒", "A1")
        {
            BaseUnit = "盒", PackUnit = "箱", PackFactor = 20, CostClassCode = "K",
        });
        return book;
    }

    private static async Task VerifiedAsync(TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();

    private static string Costs(TestBook book) => string.Join("; ", book.Query(
        "select document.document_no, sum(line.cost_amount + coalesce((select sum(later.cost_amount) "
        + "from cost_adjustment later where later.original_seq = line.seq), 0)) from document_line line "
        + "join document using (seq) group by 1 order by 1",
        row => $"{row.GetString(0)} {(decimal)row.GetInt64(1) / Money.Scale:0.####}"));
}
