using Analytics.Ledger.Posting;
using Analytics.Ledger.Pricing;
using Analytics.Ledger.Verify;
using CsCheck;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>The price to propose: agreed with the customer, else paid last, else listed.</summary>
public sealed class LastPriceTests
{
    [Fact]
    public async Task A_price_agreed_goes_before_the_last_and_that_before_the_list()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(new PriceListMaster("L", "批发价") { IncludesTax = false });
        await book.PostedAsync(new PriceNote("L", [new PriceLine(Item, 19.5m, new DateOnly(2026, 1, 1))]));
        await book.PostedAsync(new PartyMaster(Customer, "王小明") { IsCustomer = true, PriceListCode = "L" });
        var nothing = await FindAsync(book, "2026-01-10", OtherItem);
        var listed = await FindAsync(book, "2026-01-10");

        await book.PostedAsync(Of(
            DocumentKind.Sale, "D1", "2026-01-05", Line(3, 50) with { TaxAmount = Money.Round(6.5m) },
            Line(1, 0) with { Purpose = LinePurpose.Gift }));
        var paid = await FindAsync(book, "2026-01-10");
        await book.PostedAsync(new CustomerPriceNote(
            Customer,
            [
                new PriceLine(Item, 17.25m, new DateOnly(2026, 1, 10)) { ValidTo = new DateOnly(2026, 1, 20) },
                new PriceLine(Item, 300, new DateOnly(2026, 1, 10)) { Unit = "箱" },
            ]));

        nothing.Should().BeNull();
        listed.Should().Be(new ProposedPrice(19.5m, false, PriceOrigin.List));
        paid.Should().Be(new ProposedPrice(18.833333m, true, PriceOrigin.Last));
        (await FindAsync(book, "2026-01-09")).Should().Be(paid);
        (await FindAsync(book, "2026-01-10")).Should().Be(new ProposedPrice(17.25m, true, PriceOrigin.Customer));
        (await FindAsync(book, "2026-01-21")).Should().Be(paid);
        (await FindAsync(book, "2026-01-10", Item, "箱")).Should().Be(
            new ProposedPrice(300, true, PriceOrigin.Customer));
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_price_agreed_is_replaced_from_the_same_day_and_said_again_it_is_passed_over()
    {
        await using var book = await SalesBook.CreateAsync();
        var note = new CustomerPriceNote(Customer, [new PriceLine(Item, 17, new DateOnly(2026, 1, 10))]);
        await book.PostedAsync(note);

        (await book.PostAsync(note)).Should().BeOfType<PostResult.AlreadyThere>();
        await book.PostedAsync(note with { Lines = [new PriceLine(Item, 16, new DateOnly(2026, 1, 10))] });

        (await FindAsync(book, "2026-01-10"))!.UnitPrice.Should().Be(16);
        book.Number("select count(*) from customer_price").Should().Be(2);
        await IsConservedAsync(book);
    }

    public static TheoryData<RefusalReason, CustomerPriceNote> Refused => new()
    {
        { RefusalReason.NoLines, new CustomerPriceNote(Customer, []) },
        { RefusalReason.CodeMissing, new CustomerPriceNote("", [new PriceLine(Item, 1, new DateOnly(2026, 1, 1))]) },
        { RefusalReason.UnknownMaster, new CustomerPriceNote("X", [new PriceLine(Item, 1, new DateOnly(2026, 1, 1))]) },
        {
            RefusalReason.GivenTwice,
            new CustomerPriceNote(Customer,
            [
                new PriceLine(Item, 1, new DateOnly(2026, 1, 1)), new PriceLine(Item, 2, new DateOnly(2026, 1, 1)),
            ])
        },
        {
            RefusalReason.UnknownUnit,
            new CustomerPriceNote(Customer, [new PriceLine(Item, 1, new DateOnly(2026, 1, 1)) { Unit = "X" }])
        },
        {
            RefusalReason.PartNotTaken,
            new CustomerPriceNote(
                Customer, [new PriceLine(Item, 1, new DateOnly(2026, 1, 1)) { MinQty = Qty.Round(2) }])
        },
        { RefusalReason.ValueMissing, new CustomerPriceNote(Customer, [null!]) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_price_that_means_nothing_is_refused(RefusalReason reason, CustomerPriceNote note)
    {
        await using var book = await SalesBook.CreateAsync();

        var refused = (await RefusedAsync(book, note)).ToString();

        refused.Should().BeOneOf(reason.ToString(), reason == RefusalReason.UnknownMaster ? "UnknownParty" : "");
    }

    /// <summary>In whatever order sales are posted and reversed, the last price is that of the latest that stands.
    /// </summary>
    [Fact]
    public void The_last_price_is_that_of_the_latest_sale_that_stands() =>
        Gen.Int[0, int.MaxValue].Sample(seed => LatestAsync(seed).GetAwaiter().GetResult(), iter: 8, threads: 1);

    private static async Task LatestAsync(int seed)
    {
        await using var book = await SalesBook.CreateAsync();
        var random = new Random(seed);
        var batch = new List<Submission>();
        var standing = new List<(string No, int Day, decimal Price)>();
        for (var step = 0; step < 30; step++)
        {
            if (standing.Count > 0 && random.Next(3) == 0)
            {
                var back = standing[random.Next(standing.Count)];
                standing.Remove(back);
                batch.Add(new Reversal($"sale:{back.No}", back.No + "-R"));
            }
            else
            {
                var (day, price) = (random.Next(1, 6), (decimal)random.Next(1, 99));
                batch.Add(Of(DocumentKind.Sale, $"D{step}", $"2026-01-0{day}", Line(2, price * 2)));
                standing.Add(($"D{step}", day, price));
            }

            if (random.Next(4) == 0)
            {
                (await book.Journal.PostAsync(batch, default)).Should().AllBeOfType<PostResult.Posted>();
                batch.Clear();
            }
        }

        (await book.Journal.PostAsync(batch, default)).Should().AllBeOfType<PostResult.Posted>();
        var latest = standing.Select((one, at) => (one.Day, at, one.Price)).OrderBy(one => (one.Day, one.at))
            .Select(one => (decimal?)one.Price).LastOrDefault();
        (await FindAsync(book, "2026-02-01"))?.UnitPrice.Should().Be(latest, "seed {0}", seed);
        ((await FindAsync(book, "2026-02-01")) is null).Should().Be(latest is null);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    private static async Task<ProposedPrice?> FindAsync(
        TestBook book, string date, string item = Item, string unit = "")
    {
        await using var view = await book.Book.ReadAsync(default);
        var on = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        return await LastPrices.FindAsync(view, (Customer, item, unit), on, default);
    }
}
