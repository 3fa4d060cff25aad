using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Documents of days at the edges: to come, at the cut-over, 29 February, the first and last that are taken.
/// </summary>
public sealed class CalendarEdgeTests
{
    [Theory]
    [InlineData("2026-03-31T23:59:59", 0, "2026-03-31")]
    [InlineData("2026-04-01T00:00:00", 0, "2026-04-01")]
    [InlineData("2026-04-01T01:59:59", 2, "2026-03-31")]
    [InlineData("2026-04-01T02:00:00", 2, "2026-04-01")]
    [InlineData("2024-02-29T23:30:00", 0, "2024-02-29")]
    [InlineData("2024-03-01T00:30:00", 2, "2024-02-29")]
    [InlineData("2099-06-01T12:00:00", 0, "2099-06-01")]
    [InlineData("1901-01-01T12:00:00", 0, "1901-01-01")]
    [InlineData("2100-12-31T23:59:59", 0, "2100-12-31")]
    public async Task A_sale_bears_its_business_day_which_stands_in_the_calendar_and_in_the_rollups(
        string at, int cutOver, string day)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using var book = await BookAsync(company, cutOver);
        await PostAsync(book, "D1", at);

        Published(await new Snapshot().RunAsync(book, company.Star, TimeProvider.System, null, default));

        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        (await RowsAsync(company, "select business_date, month_key, net_amount from fact_sales"))
            .Should().ContainSingle().Which.Should().Equal(date, (date.Year * 100) + date.Month, 10m);
        (await RowsAsync(company, "select business_date, net_amount from rollup_sales_day_store"))
            .Should().ContainSingle().Which.Should().Equal(date, 10m);
        (await RowsAsync(company, $"select count(*) from dim_date where calendar_date = '{day}'"))[0][0]
            .Should().Be(1L);
        company.Star.Current()!.LastBusinessDate.Should().Be(date);
    }

    [Theory]
    [InlineData("1900-12-31T12:00:00")]
    [InlineData("2101-01-01T12:00:00")]
    [InlineData("9999-12-31T23:59:59")]
    public async Task A_sale_of_a_year_that_no_calendar_has_is_refused_by_the_book(string at)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using var book = await BookAsync(company, 0);
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);

        var result = await journal.PostAsync(Sale("D1", at), default);

        result.Should().BeOfType<PostResult.Refused>()
            .Which.Refusal.Reason.Should().Be(RefusalReason.DateOutOfRange);
    }

    [Fact]
    public async Task A_day_to_come_is_added_and_what_is_posted_before_it_later_is_added_too()
    {
        await using var company = await CompanyFolder.CreateAsync(200);
        foreach (var (number, at) in new[]
        {
            ("FUTURE", "2031-02-28T12:00:00"), ("LEAP", "2028-02-29T12:00:00"), ("PAST", "2019-12-31T12:00:00"),
        })
        {
            // Years of store days come with it: what was added is much, and the next would be built whole anyway.
            Published(await company.SnapshotAsync(new SnapshotOptions { Full = true }));
            await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
            {
                var sale = Sale(number, at) with
                {
                    StoreCode = "S1", Lines = [new DocumentLine("P001", Qty.Round(1), Money.Round(10))],
                };
                (await journal.PostAsync(sale, default)).Should().BeOfType<PostResult.Posted>();
            }

            Published(await company.SnapshotAsync()).IsAdded.Should().BeTrue();
        }

        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public async Task A_29_february_leads_back_to_the_28th_of_the_year_before()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using var book = await BookAsync(company, 0);
        await PostAsync(book, "D1", "2024-02-29T12:00:00");

        Published(await new Snapshot().RunAsync(book, company.Star, TimeProvider.System, null, default));

        (await RowsAsync(company, "select last_year_date from dim_date where calendar_date = '2024-02-29'"))
            .Should().ContainSingle().Which.Should().Equal(new DateOnly(2023, 2, 28));
    }

    private static async Task<Book> BookAsync(CompanyFolder company, int cutOver)
    {
        var day = BusinessDay.Shanghai with { CutOver = TimeSpan.FromHours(cutOver) };
        var book = await Book.OpenAsync(company.File("other.db"), day, default);
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
        await journal.PostAsync(
            [
                new CategoryMaster("A", "药品"), new ItemMaster("I", "感冒灵", "A"),
                new StoreMaster("S", "店") { MayGoNegative = true },
            ],
            default);
        return book;
    }

    private static async Task PostAsync(Book book, string number, string at)
    {
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
        (await journal.PostAsync(Sale(number, at), default)).Should().BeOfType<PostResult.Posted>();
    }

    private static Document Sale(string number, string at) =>
        new(DocumentKind.Sale, number, DateTimeOffset.Parse(at + "+08:00", CultureInfo.InvariantCulture))
        {
            StoreCode = "S", Lines = [new DocumentLine("I", Qty.Round(1), Money.Round(10))],
        };
}
