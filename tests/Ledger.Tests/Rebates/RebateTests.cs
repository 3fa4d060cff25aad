using Analytics.Ledger.Posting;
using Analytics.Ledger.Rebates;
using Analytics.Ledger.Tests.Documents;
using Analytics.Ledger.Tests.Sales;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Rebates;

/// <summary>Rebates reckoned by policies (返利政策): due, booked, paid.</summary>
public sealed class RebateTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    [Fact]
    public async Task What_a_customer_earned_is_proposed_booked_and_paid()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Yearly with { Period = RebatePeriod.Month });
        await book.PostedAsync(Of(
            DocumentKind.Sale, "D1", "2026-01-05", Line(10, 1000) with { TaxAmount = Money.Round(130) },
            Line(1, 0) with { Purpose = LinePurpose.Gift }));
        await book.PostedAsync(Of(DocumentKind.Sale, "D2", "2026-02-01", Line(10, 9000)));

        var january = await OneAsync(book, "2026-01-31");

        (january.PartyCode, january.Quantity, january.Amount).Should()
            .Be((Customer, Qty.Round(10), Money.Round(1130)));
        january.Due.Should().Be(Money.Round(22.6m));
        january.Reckoning.Should().Be("1130 × 0.02");
        var proposal = january.Proposal!;
        proposal.Note.Should().Be("2026-01-01…2026-01-31: 1130 × 0.02 = 22.60");
        await Restores.EverythingAsync(book, proposal with { DocumentNo = "Y0", Key = "Y0" });
        await book.PostedAsync(proposal);
        Balance(book, "2241").Should().Be(-22.6m);
        Balance(book, "6601").Should().Be(22.6m);
        await book.PostedAsync(new Document(DocumentKind.CustomerRebatePayment, "P1", Day("2026-02-02"))
        {
            StoreCode = Store,
            PartyCode = Customer,
            Lines = [],
            MoneyLines = [new MoneyLine(Account.Cash, Money.Round(20))],
            Settles = [new Settlement(new OpenItemRef("customer_rebate", proposal.DocumentNo))],
        });
        var after = await OneAsync(book, "2026-01-31");
        (after.Booked, after.Paid, after.Unpaid).Should()
            .Be((Money.Round(22.6m), Money.Round(20), Money.Round(2.6m)));
        after.Proposal.Should().BeNull();
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task What_comes_after_a_rebate_is_proposed_too_and_what_is_reversed_again()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Yearly);
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-05", Line(10, 2000)));
        await book.PostedAsync((await OneAsync(book, "2026-01-31")).Proposal!);
        await book.PostedAsync(Of(DocumentKind.Sale, "D2", "2026-02-05", Line(10, 500)));

        var more = (await OneAsync(book, "2026-02-28")).Proposal!;

        more.MoneyLines[0].Amount.Should().Be(Money.Round(10));
        more.DocumentNo.Should().Be("RB-20260101-C1-2");
        await book.PostedAsync(more);
        await book.PostedAsync(new Reversal(more.Key, "X-R"));
        (await OneAsync(book, "2026-02-28")).Proposal!.DocumentNo.Should().Be("RB-20260101-C1-3");
        await book.PostedAsync(Return("T1", "2026-02-28", "D1", Line(9, 1800)));
        var less = await OneAsync(book, "2026-02-28");
        (less.Due, less.Booked, less.Proposal).Should().Be((Money.Round(7), Money.Round(40), null));
    }

    [Fact]
    public async Task A_rebate_that_awaits_its_approval_is_not_proposed_again()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Yearly);
        await book.PostedAsync(new ApprovalRuleMaster("R") { DocumentKind = "customer_rebate" });
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-05", Line(10, 2000)));
        await book.PostAsync((await OneAsync(book, "2026-01-31")).Proposal! with { Actor = "张三" });

        var held = await OneAsync(book, "2026-01-31");

        (held.Booked, held.Proposal).Should().Be((Money.Zero, null));
    }

    [Fact]
    public async Task A_supplier_owes_by_the_quantity_bought_of_some_goods()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(new CategoryMaster("A2", "维生素", "A"));
        await book.PostedAsync(new ItemMaster("V", "维生素C", "A2"));
        await book.PostedAsync(new RebatePolicyMaster("RB", "量返", RebateSide.Supplier, From, To)
        {
            Basis = RebateBasis.Quantity,
            Period = RebatePeriod.Quarter,
            IsProgressive = true,
            CategoryCodes = ["A1"],
            PartyCode = Supplier,
            Tiers = [new RebateTier(10, 0.5m), new RebateTier(0, 0.1m), new RebateTier(100, 9)],
        });
        await book.PostedAsync(Receipt("R1", "2026-02-01", Line(20, 100), Line(50, 100, "V")));
        await book.PostedAsync(new Document(DocumentKind.PurchaseReturn, "T1", Day("2026-02-03"))
        {
            StoreCode = Store, PartyCode = Supplier, OriginalNo = "R1", Lines = [Line(4, 20)],
        });
        await book.PostedAsync(Receipt("R2", "2026-04-01", Line(20, 100)));

        var quarter = await OneAsync(book, "2026-03-31");

        // 10 at 0.1 and 6 at 0.5.
        (quarter.Quantity, quarter.Due).Should().Be((Qty.Round(16), Money.Round(4)));
        quarter.Reckoning.Should().Be("10 × 0.1 + 6 × 0.5");
        await book.PostedAsync(quarter.Proposal!);
        Balance(book, "1221").Should().Be(4);
        await IsConservedAsync(book);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_much_was_bought_it_earns_what_a_naive_reckoning_says(int seed)
    {
        var random = new Random(seed);
        await using var book = await SalesBook.CreateAsync();
        var (isProgressive, byQty) = (seed % 2 == 0, seed == 3);
        var tiers = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(0, 3000)).Distinct()
            .Select(from => new RebateTier(from, random.Next(1, 200) / 1000m)).ToList();
        await book.PostedAsync(Yearly with
        {
            Basis = byQty ? RebateBasis.Quantity : RebateBasis.Amount, IsProgressive = isProgressive, Tiers = tiers,
        });
        var bought = new Dictionary<string, decimal>();
        for (var no = 0; no < 25; no++)
        {
            var (party, qty) = (random.Next(2) == 0 ? Customer : OtherCustomer, random.Next(1, 400));
            var amount = random.Next(1, 40_000) / 100m;
            await book.PostedAsync(Of(DocumentKind.Sale, $"D{no}", "2026-03-01", Line(qty, amount)) with
            {
                PartyCode = party,
            });
            bought[party] = bought.GetValueOrDefault(party) + (byQty ? qty : amount);
        }

        var standings = await StandingsAsync(book, "2026-12-31");

        standings.ToDictionary(one => one.PartyCode, one => one.Due.ToDecimal()).Should().BeEquivalentTo(
            bought.ToDictionary(one => one.Key, one => Naive(one.Value, tiers, isProgressive)));
    }

    [Fact]
    public async Task A_policy_that_makes_no_sense_is_refused_and_one_that_does_not_hold_earns_nothing()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Yearly);
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-05", Line(10, 2000)));

        (await StandingsAsync(book, "2025-12-31")).Should().BeEmpty();
        await book.PostedAsync(Yearly with { IsActive = false });
        (await StandingsAsync(book, "2026-12-31")).Should().BeEmpty();
        (await RefusedAsync(book, Yearly with { Tiers = [] })).Should().Be(RefusalReason.ValueMissing);
        (await RefusedAsync(book, Yearly with { Tiers = [new RebateTier(0, 1), new RebateTier(0, 0.5m)] }))
            .Should().Be(RefusalReason.GivenTwice);
        (await RefusedAsync(book, Yearly with { Tiers = [new RebateTier(0, 1.5m)] }))
            .Should().Be(RefusalReason.AmountTooLarge);
        (await RefusedAsync(book, Yearly with { AccountCode = "1001" })).Should().Be(RefusalReason.UnknownAccount);
        (await RefusedAsync(book, Yearly with { ItemCodes = ["NONE"] })).Should().Be(RefusalReason.UnknownItem);
        (await RefusedAsync(book, Yearly with { PartyCode = "NONE" })).Should().Be(RefusalReason.UnknownParty);
        (await RefusedAsync(book, Yearly with { ValidFrom = To, ValidTo = From })).Should()
            .Be(RefusalReason.ValidityInverted);
        (await RefusedAsync(book, Yearly with { Tiers = null! })).Should().Be(RefusalReason.ValueMissing);
    }

    private static RebatePolicyMaster Yearly => new("RB", "年返", RebateSide.Customer, From, To)
    {
        Period = RebatePeriod.Year, Tiers = [new RebateTier(500, 0.01m), new RebateTier(1000, 0.02m)],
    };

    private static decimal Naive(decimal bought, List<RebateTier> tiers, bool isProgressive)
    {
        if (!isProgressive)
        {
            var tier = tiers.Where(one => one.Reached <= bought).MaxBy(one => one.Reached);
            return Cents(bought * (tier?.Rate ?? 0));
        }

        // Each tier adds what its rate has over the one below, of what lies above it.
        var (due, below) = (0m, 0m);
        foreach (var tier in tiers.OrderBy(one => one.Reached))
        {
            due += Math.Max(bought - tier.Reached, 0) * (tier.Rate - below);
            below = tier.Rate;
        }

        return Cents(due);
    }

    private static decimal Cents(decimal amount) =>
        Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static async Task<RebateStanding> OneAsync(TestBook book, string upTo) =>
        (await StandingsAsync(book, upTo)).Should().ContainSingle().Subject;

    private static async Task<IReadOnlyList<RebateStanding>> StandingsAsync(TestBook book, string upTo)
    {
        await using var view = await book.Book.ReadAsync(default);
        return await new RebateReader(view, BusinessDay.Shanghai).ReadAsync(
            "RB", DateOnly.ParseExact(upTo, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Store,
            default);
    }
}
