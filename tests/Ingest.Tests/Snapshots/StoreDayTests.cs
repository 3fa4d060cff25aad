using System.Globalization;
using Analytics.Ingest.Demo;
using Analytics.Ingest.Tests.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Days of stores: which are closed, complete or missing, and which stores may be compared.</summary>
public sealed class StoreDayTests
{
    private static readonly string[] Columns =
    [
        "store_id", "business_date", "document_count", "sales_document_count", "first_business_at",
        "last_business_at", "last_recorded_at", "last_document_key", "close_document_key", "is_expected",
        "is_complete", "is_missing",
    ];

    [Fact]
    public async Task Days_closed_opened_again_late_missing_and_without_sales_are_told_as_the_book_tells_them()
    {
        await using var company = await SmallCompanyAsync();
        Published(await company.SnapshotAsync());
        await PostAsync(
            company,
            new Reversal("day_close:D3", "D3-R") { BusinessAt = At(5, 9) }, Close("D5", "S1", 5),
            Sale("late", "S1", 3), Sale("T9", "S2", 9),
            new StoreMaster("S4", "四号店") { MayGoNegative = true, OpenedOn = new(2026, 1, 7) });

        Published(await company.SnapshotAsync()).IsAdded.Should().BeTrue();

        await AgreesWithTheBookAsync(company);
        var days = await RowsAsync(company, """
            select store.store_code, strftime(day.business_date, '%d'), day.is_closed, day.is_complete,
                day.is_missing, day.is_trading
            from fact_store_day as day
            inner join dim_store as store on store.store_key = day.store_key
            where store.is_current and day.is_expected order by 1, 2
            """);
        Told("S1").Should().Equal(
            "02 closed complete traded", "03 complete traded", "04 complete", "05 closed complete traded",
            "06 missing", "07 missing", "08 missing", "09 missing");
        Told("S2").Should().Equal(
            "05 complete traded", "06 complete traded", "07 complete", "08 complete", "09 traded");
        Told("S3").Should().Equal("02 complete traded", "03 traded", "04 missing");
        Told("S4").Should().Equal("07 missing", "08 missing", "09 missing");

        IEnumerable<string> Told(string store) => days.Where(day => (string)day[0]! == store).Select(day =>
            day[1] + ((bool)day[2]! ? " closed" : "") + ((bool)day[3]! ? " complete" : "")
            + ((bool)day[4]! ? " missing" : "") + ((bool)day[5]! ? " traded" : ""));
    }

    [Fact]
    public async Task A_companys_days_agree_with_its_book_after_additions()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.Zero));
        var submissions = new DemoCompany(new DemoOptions { Lines = 3_000 }, clock).Batches()
            .SelectMany(batch => batch).ToList();
        var most = submissions.Count * 4 / 5;
        foreach (var part in new[] { submissions[..most], submissions[most..] })
        {
            await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
            {
                foreach (var batch in part.Chunk(500))
                {
                    await journal.PostAsync(batch, default);
                }
            }

            Published(await company.SnapshotAsync());
            await AgreesWithTheBookAsync(company);
        }
    }

    [Fact]
    public async Task Stores_compare_when_they_opened_in_time_and_traded_on_nine_tenths_of_the_days_of_both_windows()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await PostAsync(
            company,
            new CategoryMaster("A", "药品"), new ItemMaster("P1", "药", "A") { BaseUnit = "盒" },
            Store("OLD", new(2025, 1, 1)), Store("GAP", new(2025, 1, 1)), Store("EDGE", new(2025, 1, 1)),
            Store("NEW", new(2026, 1, 2)), Store("SAME", new(2026, 1, 1)),
            Store("SHUT", new(2025, 1, 1)) with { ClosedOn = new(2026, 1, 28) },
            Store("NONE", null));
        foreach (var day in Enumerable.Range(1, 40))
        {
            string[] open =
            [
                "OLD", .. day is 25 or 26 ? [] : (string[])["GAP"], .. day == 25 ? [] : (string[])["EDGE"],
                .. day > 1 ? ["NEW"] : (string[])[], "SAME", .. day > 28 ? [] : (string[])["SHUT"],
            ];
            await PostAsync(company, [.. open.Select(store => Sale($"{store}{day}", store, day))]);
        }

        Published(await company.SnapshotAsync());

        // 1 to 10 January is the base of 21 to 30 January.
        await using var readers = company.Readers();
        await using var lease = await readers.RentAsync(null, default);
        var stores = await ComparableStore.ReadAsync(
            lease, (new(2026, 1, 21), new(2026, 1, 30)), (new(2026, 1, 1), new(2026, 1, 10)), default);
        var cut = await ComparableStore.ReadAsync(
            lease, (new(2026, 2, 1), new(2026, 2, 28)), (new(2026, 1, 1), new(2026, 1, 28)), default);
        var early = await ComparableStore.ReadAsync(
            lease, (new(2026, 1, 18), new(2026, 1, 27)), (new(2026, 1, 1), new(2026, 1, 10)), default);

        stores.Where(store => store.IsComparable).Select(store => store.StoreCode)
            .Should().Equal("EDGE", "OLD", "SAME");
        stores.Where(store => store.IsNew).Select(store => store.StoreCode).Should().Equal("NEW");
        stores.Where(store => store.IsClosed).Select(store => store.StoreCode).Should().Equal("SHUT");
        early.Should().NotContain(store => store.IsClosed, "it closed on the 28th");
        stores.Single(store => store.StoreCode == "GAP").Should().Match<ComparableStore>(
            store => store.Days == 10 && store.TradingDays == 8 && store.BaseDays == 10 && store.BaseTradingDays == 10);
        cut.Single(store => store.StoreCode == "OLD").Should().Match<ComparableStore>(
            store => store.Days == 9 && store.TradingDays == 9 && store.BaseDays == 28 && store.IsComparable);

        static StoreMaster Store(string code, DateOnly? opened) =>
            new(code, code) { MayGoNegative = true, OpenedOn = opened };
    }

    [Fact]
    public async Task What_the_company_says_of_a_store_on_the_last_day_of_the_window_goes_before_the_rule()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await PostAsync(
            company,
            new CategoryMaster("A", "药品"), new ItemMaster("P1", "药", "A") { BaseUnit = "盒" },
            Store("OLD", new(2025, 1, 1)), Store("GAP", new(2025, 1, 1)), Store("NONE", null));
        await PostAsync(
            company, [.. Enumerable.Range(1, 40).SelectMany(day => new[] { Sale($"O{day}", "OLD", day) })]);
        await PostAsync(
            company,
            Say("OLD", 30, StoreComparison.Comparable), Say("OLD", 30, StoreComparison.NotComparable),
            Say("NONE", 25, StoreComparison.Comparable), Say("NONE", 35, StoreComparison.ByRule),
            Say("GAP", 31, StoreComparison.Comparable));

        Published(await company.SnapshotAsync());
        var first = await ComparableAsync(29);
        var second = await ComparableAsync(30);
        var third = await ComparableAsync(31);
        await PostAsync(company, Say("GAP", 31, StoreComparison.ByRule), Say("OLD", 38, StoreComparison.ByRule));
        Published(await company.SnapshotAsync()).IsAdded.Should().BeTrue();

        first.Should().Equal("NONE", "OLD");
        second.Should().Equal("NONE");
        third.Should().Equal("GAP", "NONE");
        (await ComparableAsync(31)).Should().Equal("NONE");
        (await ComparableAsync(34)).Should().Equal("NONE");
        (await ComparableAsync(35)).Should().BeEmpty();
        (await ComparableAsync(38)).Should().Equal("OLD");

        // The ten days up to one of January's against the first ten.
        async Task<IEnumerable<string>> ComparableAsync(int last)
        {
            await using var readers = company.Readers();
            await using var lease = await readers.RentAsync(null, default);
            var stores = await ComparableStore.ReadAsync(
                lease, (Day(last - 9), Day(last)), (Day(1), Day(10)), default);
            return stores.Where(store => store.IsComparable).Select(store => store.StoreCode).ToList();
        }

        static DateOnly Day(int day) => new DateOnly(2026, 1, 1).AddDays(day - 1);
        static StoreComparisonMaster Say(string store, int day, StoreComparison choice) =>
            new(store, Day(day)) { Choice = choice };
        static StoreMaster Store(string code, DateOnly? opened) =>
            new(code, code) { MayGoNegative = true, OpenedOn = opened };
    }

    private static async Task<CompanyFolder> SmallCompanyAsync()
    {
        var company = await CompanyFolder.CreateAsync(0);
        await PostAsync(
            company,
            new CategoryMaster("A", "药品"), new ItemMaster("P1", "药", "A") { BaseUnit = "盒" },
            new StoreMaster("S1", "一号店") { MayGoNegative = true, OpenedOn = new(2025, 6, 1) },
            new StoreMaster("S2", "二号店") { MayGoNegative = true },
            new StoreMaster("S3", "三号店") { MayGoNegative = true, ClosedOn = new(2026, 1, 4) },
            new StoreMaster("D1", "仓库") { Kind = StoreKind.Depot, MayGoNegative = true },
            Sale("T1", "S1", 2), Sale("T2", "S1", 3), Sale("T3", "S1", 5), Sale("T4", "S2", 5), Sale("T5", "S2", 6),
            Sale("T6", "S3", 2), Sale("T7", "S3", 3), Sale("T8", "D1", 3), Close("D2", "S1", 2), Close("D3", "S1", 3));
        return company;
    }

    /// <summary>Every row again, from the book's own rows, store by store and day by day.</summary>
    private static async Task AgreesWithTheBookAsync(CompanyFolder company)
    {
        var rows = await RowsAsync(
            company, $"select {string.Join(", ", Columns)} from fact_store_day order by store_id, business_date");
        var naive = await NaiveStoreDays.RowsAsync(company.Book);

        rows.Select(row => string.Join('|', row.Select(Text))).Should().Equal(naive);
        rows.Should().NotBeEmpty();
    }

    private static string Text(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Document Sale(string number, string store, int day) =>
        new(DocumentKind.Sale, number, At(day, 10))
        {
            StoreCode = store, Lines = [new DocumentLine("P1", Qty.Round(1), Money.Round(10))],
        };

    private static Document Close(string number, string store, int day) =>
        new(DocumentKind.DayClose, number, At(day, 22)) { StoreCode = store, Lines = [] };

    private static DateTimeOffset At(int day, int hour) =>
        new DateTimeOffset(2025, 12, 31, hour, 0, 0, TimeSpan.FromHours(8)).AddDays(day);

    private static async Task PostAsync(CompanyFolder company, params Submission[] submissions)
    {
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        (await journal.PostAsync(submissions, default)).Should().AllBeOfType<PostResult.Posted>();
    }
}
