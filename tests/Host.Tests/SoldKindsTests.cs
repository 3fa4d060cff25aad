using Analytics.Dashboard.Api.Description;
using Analytics.Fixtures;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Host.Tests;

/// <summary>What the book calls revenue is what the star calls sales, whatever kind of document brought it.</summary>
public sealed class SoldKindsTests
{
    /// <summary>Kinds that change revenue and sell nothing.</summary>
    private static readonly string[] NoSales = ["customer_rebate", "journal_voucher"];

    [Fact]
    public async Task Every_kind_of_document_sells_in_the_star_what_it_booked_as_revenue()
    {
        using var folder = new TempFolder();
        await using var book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        await PostAsync(book);
        var star = new StarFolder(folder.File("star"));

        var outcome = await new Snapshot().RunAsync(book, star, TimeProvider.System, null, default);

        outcome.Should().BeOfType<SnapshotOutcome.Published>();
        await using var view = await book.ReadAsync(default);
        var revenue = await Query.RowsAsync(view.Connection, """
            select d.kind, sum(case when m.credit_account = '6001' then m.amount else -m.amount end) / 10000.0
            from money_movement m join document d on d.seq = m.seq
            where m.credit_account = '6001' or m.debit_account = '6001' group by d.kind
            """);
        await using var readers = new StarReaders(star, new());
        await using var lease = await readers.RentAsync(null, default);
        var sales = await Query.RowsAsync(lease.Connection, $"""
            select document_kind, sum(net_amount)::double from {lease.Schema}.fact_sales
            where document_kind <> 'cost_adjustment'
            group by document_kind
            """);
        var places = await Query.RowsAsync(lease.Connection, $"""
            select distinct counter_location from {lease.Schema}.fact_stock_movement
            where counter_location similar to '-?[0-9]+'
            """);

        revenue.Where(row => !NoSales.Contains((string)row[0]!)).Select(row => ((string)row[0]!, (double)row[1]!))
            .Should().BeEquivalentTo(sales.Select(row => ((string)row[0]!, (double)row[1]!)));
        sales.Should().HaveCount(9);
        places.Where(row => ((string)row[0]!)[0] == '-').Should().BeEmpty("each place has a name");
    }

    /// <summary>The examples of the API twice, the second time no further than what was signed for, which is then taken
    /// back.</summary>
    private static async Task PostAsync(Book book)
    {
        const string signed = "delivery_receipt";
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
        foreach (var (copy, kinds) in new[]
        {
            (0, ExampleCompany.Kinds), (1, ExampleCompany.Kinds.TakeWhile(kind => kind != signed).Append(signed)),
        })
        {
            await journal.PostAsync(ExampleCompany.Masters(copy), default);
            foreach (var kind in kinds)
            {
                (await journal.PostAsync(ExampleCompany.Of(kind, copy), default))
                    .Should().BeOfType<PostResult.Posted>("{0}", kind);
            }
        }

        var number = ExampleCompany.Of(signed, 1).DocumentNo;
        (await journal.PostAsync(new Reversal($"{signed}:{number}", number + "-R"), default))
            .Should().BeOfType<PostResult.Posted>();
    }
}
