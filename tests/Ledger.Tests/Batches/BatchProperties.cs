using System.Globalization;
using Analytics.Ledger.Posting;
using CsCheck;
using static Analytics.Ledger.Tests.Batches.BatchBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

public sealed class BatchProperties
{
    private static readonly string[] Items = [Drug, CostedByBatch, CompanyWide];
    private static readonly string[] Depots = [Strict, StrictStore];

    private static readonly Gen<Step[]> Histories =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 5], Gen.Int[1, 12])
            .Select((act, item, depot, batch, qty) => new Step(act, Items[item], Depots[depot], batch, qty))
            .Array[60];

    [Fact]
    public async Task Random_histories_pick_and_cost_as_a_naive_second_way_and_batches_add_up_to_the_items() =>
        await Histories.SampleAsync(CheckAsync, iter: 12, threads: 1);

    [Fact]
    public async Task A_month_ends_with_the_day_before_the_next_begins() =>
        await Gen.Select(Gen.Int[1901, 2099], Gen.Int[1, 12]).SampleAsync(
            async (year, month) =>
            {
                await Task.CompletedTask;
                var last = Dates.Date(Expiry.Parse($"{year}-{month:00}")!.Value.LastDay);
                (last.AddDays(1).Day, last.Month, last.Year).Should().Be((1, month, year));
            },
            threads: 1);

    private static async Task CheckAsync(Step[] steps)
    {
        await using var book = await OpenAsync();
        var naive = new NaiveBatches();
        var sold = new List<Sold>();
        for (var n = 0; n < steps.Length; n++)
        {
            var day = new DateOnly(2026, 1, 1).AddDays(n);
            await StepAsync(book, naive, sold, (n, day, steps[n]));
        }

        book.Book.Query(
                "select item_code, store_code, batch_no, cast(sum(qty) as bigint) "
                + "from state_stock join batch using (batch_id) "
                + "join (select distinct item_id, item_code from item) as item on item.item_id = batch.item_id "
                + "join (select distinct store_id, store_code from store) as place on store_id = depot_id "
                + "group by 1, 2, 3",
                row => (row.GetString(0), row.GetString(1), row.GetString(2), (decimal)row.GetInt64(3) / Qty.Scale))
            .Should().BeEquivalentTo(naive.Stock.Where(batch => batch.Qty != 0));
        book.Book.Query(
                "select cast((select sum(qty) from state_stock) - (select sum(qty) from state_pool) as bigint)",
                row => row.IsDBNull(0) ? 0 : row.GetInt64(0)).Should().Equal(0L);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    private static async Task StepAsync(
        BatchBook book, NaiveBatches naive, List<Sold> sold, (int N, DateOnly Day, Step Step) at)
    {
        var (n, day, step) = at;
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        switch (step.Act)
        {
            case < 4:
                var value = Money.Round(step.Qty * (step.Batch + 7) / 3m).ToDecimal();
                var lastDay = new DateOnly(2026, 1, 31).AddDays(step.Batch / 2 * 15);
                var expires = lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                await book.Book.PostedAsync(
                    Receipt($"R{n}", date, Of($"b{step.Batch}", step.Qty, expires, step.Item, value))
                        with { StoreCode = step.Depot });
                naive.Receive(
                    new NaiveBatch(step.Item, step.Depot, $"b{step.Batch}", lastDay), step.Qty, value);
                break;
            case < 8:
                await SellAsync(book, naive, sold, at);
                break;
            case 8:
                await TakeBackAsync(book, naive, sold, ($"T{n}", date));
                break;
            default:
                await book.ReopenAsync();
                break;
        }
    }

    private static async Task SellAsync(
        BatchBook book, NaiveBatches naive, List<Sold> sold, (int N, DateOnly Day, Step Step) at)
    {
        var (n, day, step) = at;
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sale = Sale($"D{n}", date, Line(step.Qty, 1, step.Item)) with { StoreCode = step.Depot };
        var expected = naive.Sell(step.Item, step.Depot, step.Qty, day);
        var result = await book.Book.PostAsync(sale);
        if (expected is null)
        {
            result.Should().BeOfType<PostResult.Refused>().Subject.Refusal.Reason
                .Should().Be(RefusalReason.InsufficientStock);
            return;
        }

        var seq = result.Should().BeOfType<PostResult.Posted>().Subject.Seq;
        book.Moved(seq).Should().Equal(expected.Select(part => (part.Batch.BatchNo, -part.Qty)));
        if (step.Item == CostedByBatch)
        {
            book.Book.Number($"select cost_amount from document_line where seq = {seq}")
                .Should().Be((long)(expected.Sum(part => part.Cost) * Money.Scale));
        }

        sold.Add(new Sold($"D{n}", step, expected));
    }

    private static async Task TakeBackAsync(
        BatchBook book, NaiveBatches naive, List<Sold> sold, (string Number, string Date) document)
    {
        if (sold.Count == 0)
        {
            return;
        }

        var sale = sold[^1];
        sold.Remove(sale);
        await book.Book.PostedAsync(
            Return(document.Number, document.Date, sale.Number, Line(sale.Step.Qty, 1, sale.Step.Item))
                with { StoreCode = sale.Step.Depot });
        sale.Parts.ForEach(part => naive.Receive(part.Batch, part.Qty, part.Cost));
    }

    internal sealed record Step(int Act, string Item, string Depot, int Batch, int Qty);

    private sealed record Sold(string Number, Step Step, List<(NaiveBatch Batch, decimal Qty, decimal Cost)> Parts);
}
