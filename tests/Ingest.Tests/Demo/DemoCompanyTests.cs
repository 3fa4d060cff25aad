using System.Globalization;
using System.Text.Json;
using Analytics.Ingest.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Demo;

public sealed class DemoCompanyTests
{
    /// <summary>A Sunday, 15:30 in Shanghai.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 7, 30, 20, TimeSpan.Zero);

    [Fact]
    public void The_same_seed_and_minute_give_the_same_submissions()
    {
        var first = Digest(Company(5_000, seed: 3, Now));

        Digest(Company(5_000, seed: 3, Now.AddSeconds(30))).Should().Equal(first);
        Digest(Company(5_000, seed: 4, Now)).Should().NotEqual(first);
        Digest(Company(5_000, seed: 3, Now.AddMinutes(1))).Should().NotEqual(first);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(999)]
    [InlineData(20_000)]
    [InlineData(70_003)]
    public void A_company_has_exactly_the_sale_lines_asked_for(int lines)
    {
        Documents(Company(lines, 1, Now), DocumentKind.Sale).Sum(sale => sale.Lines.Count).Should().Be(lines);
    }

    [Theory]
    [InlineData(2, 300, "2026-02-16T10:00:00Z")]
    [InlineData(7, 4_000, "2028-02-29T16:00:00Z")]
    [InlineData(-11, 9_000, "2025-01-28T02:00:00Z")]
    [InlineData(int.MaxValue, 30_000, "2030-12-31T15:59:59Z")]
    public void At_any_seed_size_and_time_no_sale_takes_more_than_there_is(int seed, int lines, string now)
    {
        var stock = new NaiveStock();
        var company = Company(lines, seed, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var sold = 0;
        foreach (var submission in company.Batches().SelectMany(batch => batch))
        {
            stock.Apply(submission);
            sold += submission is Document { Kind: DocumentKind.Sale } sale ? sale.Lines.Count : 0;
        }

        stock.Shortages.Should().BeEmpty();
        sold.Should().Be(lines);
    }

    [Fact]
    public void Under_a_late_cut_over_the_small_hours_belong_to_the_day_before()
    {
        var day = BusinessDay.Shanghai with { CutOver = TimeSpan.FromHours(4) };
        var smallHours = new StoppedClock(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));

        var company = new DemoCompany(new DemoOptions { Lines = 500, Day = day }, smallHours);

        company.LastDate.Should().Be(new DateOnly(2026, 11, 22));
        Documents(company, DocumentKind.Sale).Sum(sale => sale.Lines.Count).Should().Be(500);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(20_000_001)]
    public void A_size_out_of_range_is_refused(long lines)
    {
        var making = () => new DemoCompany(new DemoOptions { Lines = lines }, new StoppedClock(Now));

        making.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Tickets_have_between_two_and_a_half_and_three_lines_on_average()
    {
        var sales = Documents(Company(50_000, 1, Now), DocumentKind.Sale).ToList();

        sales.Average(sale => sale.Lines.Count).Should().BeInRange(2.5, 3.0);
    }

    [Fact]
    public void Business_time_goes_back_for_receipts_booked_late_alone_and_ends_now()
    {
        var documents = Company(60_000, 1, Now).Batches().SelectMany(batch => batch).OfType<Document>().ToList();

        var (latest, late) = (documents[0].BusinessAt, new List<Document>());
        foreach (var document in documents)
        {
            late.AddRange(document.BusinessAt < latest ? [document] : []);
            latest = document.BusinessAt > latest ? document.BusinessAt : latest;
        }

        late.Should().NotBeEmpty().And.OnlyContain(document => document.Kind == DocumentKind.PurchaseReceipt);
        ((double)late.Count / documents.Count(document => document.Kind == DocumentKind.PurchaseReceipt))
            .Should().BeInRange(0.005, 0.03);
        documents[0].BusinessAt.Should().Be(new DateTimeOffset(2023, 11, 22, 6, 0, 0, TimeSpan.FromHours(8)));
        documents[^1].BusinessAt.Should().BeOnOrBefore(Now).And.BeAfter(Now.AddHours(-1));
    }

    [Fact]
    public void Before_the_stores_open_the_last_day_has_no_sale_yet()
    {
        var dawn = new DateTimeOffset(2026, 11, 21, 22, 10, 0, TimeSpan.Zero);

        var sales = Documents(Company(20_000, 1, dawn), DocumentKind.Sale).ToList();

        sales.Sum(sale => sale.Lines.Count).Should().Be(20_000);
        LocalDate(sales[^1]).Should().Be(new DateOnly(2026, 11, 21));
    }

    [Fact]
    public void At_its_default_size_the_company_has_whole_masters()
    {
        var company = new DemoCompany(new DemoOptions(), new StoppedClock(Now));

        var masters = company.Batches().SelectMany(batch => batch).TakeWhile(entry => entry is not Document).ToList();

        masters.OfType<ItemMaster>().Should().HaveCount(2000);
        masters.OfType<ItemMaster>().Select(item => item.Name + item.Specification).Should().OnlyHaveUniqueItems();
        masters.OfType<PartyMaster>().Count(party => party.PartyClass == "会员").Should().Be(5000);
        var customers = masters.OfType<PartyMaster>().Where(party => party.PartyClass == "批发");
        customers.Select(party => party.Name).Should().HaveCount(60).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Batches_are_of_some_hundreds()
    {
        var sizes = Company(5_000, 1, Now).Batches().Select(batch => batch.Count).ToList();

        sizes.SkipLast(1).Should().OnlyContain(size => size == 500);
    }

    [Fact]
    public async Task A_refusal_stops_the_company_with_the_words_of_the_refusal()
    {
        var refusal = new Refusal(RefusalReason.UnknownStore, 0, "S01");

        var posting = () => Company(100, 1, Now).PostAsync(
            (batch, _) => Task.FromResult<IReadOnlyList<PostResult>>(
                [.. batch.Select(_ => new PostResult.Refused(refusal))]),
            null, default);

        (await posting.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("no store S01");
    }

    private static DemoCompany Company(long lines, int seed, DateTimeOffset now) =>
        new(new DemoOptions { Lines = lines, Seed = seed }, new StoppedClock(now));

    private static IEnumerable<Document> Documents(DemoCompany company, DocumentKind kind) =>
        company.Batches().SelectMany(batch => batch).OfType<Document>().Where(document => document.Kind == kind);

    private static DateOnly LocalDate(Document document) => DateOnly.FromDateTime(document.BusinessAt.DateTime);

    private static List<string> Digest(DemoCompany company) =>
        [.. company.Batches().SelectMany(batch => batch)
            .Select(submission => JsonSerializer.Serialize(submission, submission.GetType()))];
}
