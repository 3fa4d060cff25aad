using Analytics.Ledger.Posting;
using Analytics.Ledger.Prices;
using CsCheck;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>What promotions take off lines; and the spreading of an amount.</summary>
public sealed class OffersTests
{
    [Fact]
    public void A_bundle_saves_what_its_dearest_pieces_cost_above_its_price()
    {
        // Two of item 1 at 10, one of item 2 at 20; one of each together 25.
        var cuts = Offers.Best([Line(1, 2, 20), Line(2, 1, 20)], [Bundle("B", 25, (1, 1), (2, 1))]);

        cuts.Select(cut => cut.Off).Should().Equal(1_6600, 3_3400);
    }

    [Fact]
    public void Buying_two_gives_the_third_and_each_third_after_it()
    {
        var offer = Offer("G", PromotionKind.BuyGet) with { BuyQty = 2_0000, GetQty = 1_0000 };

        long[] off = [.. Enumerable.Range(1, 6).Select(qty => Offers.Best([Line(1, qty, qty * 3)], [offer])[0].Off)];

        off.Should().Equal(0, 0, 3_0000, 3_0000, 3_0000, 6_0000);
    }

    [Fact]
    public void The_cheaper_of_own_promotions_and_threshold_is_taken()
    {
        var tenth = Offer("A", PromotionKind.Discount) with { Rate = 100_000, Items = new HashSet<long> { 1 } };
        var off = Spend("M", PromotionKind.SpendAmountOff, 100, 30);
        OfferLine[] lines = [Line(1, 1, 70), Line(2, 1, 50)];

        Offers.Best(lines, [tenth, off]).Sum(cut => cut.Off).Should().Be(30_0000);
        Offers.Best(lines, [tenth, Spend("M", PromotionKind.SpendAmountOff, 100, 5)]).Sum(cut => cut.Off)
            .Should().Be(7_0000);
        Offers.Best(lines, [tenth, Spend("M", PromotionKind.SpendAmountOff, 50, 30)])
            .Select(cut => cut.Off).Should().Equal(7_0000, 30_0000);
    }

    [Fact]
    public void A_line_that_states_its_promotion_takes_part_in_no_other()
    {
        var (small, large) = (Price("S", 9), Price("L", 1));

        var cuts = Offers.Best([Line(1, 1, 10) with { StatedId = small.PromotionId }], [small, large]);

        cuts.Should().Equal(new Cut(small.PromotionId, 1_0000));
    }

    [Fact]
    public void Random_tickets_cost_what_reckoning_piece_by_piece_says() =>
        Tickets.Sample(ticket =>
        {
            var cuts = Offers.Best(ticket.Lines, ticket.Offers);

            ((decimal)cuts.Sum(cut => cut.Off) / Money.Scale)
                .Should().Be(NaiveOffers.Off(ticket.Lines, ticket.Offers));
        }, iter: 3000);

    [Fact]
    public void No_line_goes_below_zero_and_the_order_of_lines_does_not_matter() =>
        Tickets.Sample(ticket =>
        {
            var cuts = Offers.Best(ticket.Lines, ticket.Offers);
            var reversed = Offers.Best([.. ticket.Lines.Reverse()], [.. ticket.Offers.Reverse()]);

            cuts.Zip(ticket.Lines).Should().OnlyContain(one =>
                one.First.Off >= 0 && one.First.Off <= one.Second.Amount && one.First.Off % 100 == 0);
            reversed.Sum(cut => cut.Off).Should().Be(cuts.Sum(cut => cut.Off));
        }, iter: 1000);

    [Fact]
    public void Shares_add_up_and_none_is_above_its_amount() =>
        Gen.Select(Gen.Long[0, 1_000_000].Array[1, 12], Gen.Double[0, 1]).Sample((amounts, part) =>
        {
            var total = (long)(amounts.Sum() * part);
            var shares = Spreading.By(total, amounts);

            shares.Sum().Should().Be(total);
            shares.Zip(amounts).Should().OnlyContain(one => one.First >= 0 && one.First <= one.Second);
        }, iter: 2000);

    private static readonly Gen<(OfferLine[] Lines, Offer[] Offers)> Tickets = Gen.Select(
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 6], Gen.Int[1, 2000]).Array[1, 6],
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 1500], Gen.Int[1, 3]).Array[0, 5],
        (lines, offers) => (
            lines.Select(one => new OfferLine(
                one.Item1, [], one.Item2 * Qty.Scale, (long)one.Item2 * one.Item3 * 100)).ToArray(),
            offers.Select((one, at) => Random(one, $"P{at}")).ToArray()));

    private static Offer Random((int Kind, int Number, int Item) one, string code) => one.Kind switch
    {
        0 => Price(code, one.Number / 100m) with { Items = new HashSet<long> { one.Item } },
        1 => Offer(code, PromotionKind.Discount) with { Rate = one.Number * 500L },
        2 => Offer(code, PromotionKind.BuyGet) with { BuyQty = one.Item * Qty.Scale, GetQty = Qty.Scale },
        3 => Bundle(code, one.Number / 50m, (one.Item, 1), ((one.Item % 3) + 1, 2)),
        4 => Spend(code, PromotionKind.SpendAmountOff, one.Number / 20m, one.Number / 100m),
        _ => Offer(code, PromotionKind.SpendRateOff) with
        {
            Terms = [new OfferTerm(-1, 0, one.Number * 500L, 0, one.Number * 300L)],
        },
    };

    private static OfferLine Line(long item, int qty, decimal amount) =>
        new(item, [], qty * Qty.Scale, Money.Round(amount).Units);

    private static Offer Offer(string code, PromotionKind kind) =>
        new(code[0] + code.Length + code[^1], code, kind, new HashSet<long>(), new HashSet<long>());

    private static Offer Price(string code, decimal price) =>
        Offer(code, PromotionKind.Price) with { UnitPrice = (long)(price * 1_000_000) };

    private static Offer Spend(string code, PromotionKind kind, decimal threshold, decimal off) =>
        Offer(code, kind) with
        {
            Terms = [new OfferTerm(-1, 0, Money.Round(threshold).Units, Money.Round(off).Units, 0)],
        };

    private static Offer Bundle(string code, decimal price, params (long Item, int Qty)[] items) =>
        Offer(code, PromotionKind.Bundle) with
        {
            UnitPrice = (long)(price * 1_000_000),
            Terms = [.. items.Select(one => new OfferTerm(one.Item, one.Qty * Qty.Scale, 0, 0, 0))],
        };
}
