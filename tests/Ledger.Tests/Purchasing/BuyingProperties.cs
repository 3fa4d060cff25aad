using Analytics.Ledger.Posting;
using CsCheck;
using static Analytics.Ledger.Tests.Purchasing.Buying;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Purchasing;

/// <summary>Random histories of purchase and sale: nothing is lost, and an invoice that comes late leaves the book as
/// if its price had been known.</summary>
public sealed class BuyingProperties
{
    /// <summary>What is estimated and invoiced of each receipt is what plain counting says.</summary>
    [Fact]
    public void Whatever_is_bought_sold_returned_invoiced_and_reversed_the_book_is_whole() =>
        Gen.Int[0, int.MaxValue].Sample(seed => WholeAsync(seed).GetAwaiter().GetResult(), iter: 6, threads: 1);

    /// <summary>Receipts estimated and invoiced later, and receipts at that price, leave the same book.</summary>
    [Fact]
    public void A_late_invoice_leaves_the_book_as_if_its_price_had_been_known() =>
        Gen.Int[0, int.MaxValue].Sample(seed => SameAsync(seed).GetAwaiter().GetResult(), iter: 6, threads: 1);

    private static async Task SameAsync(int seed)
    {
        await using var late = await CreateAsync();
        await using var early = await CreateAsync();
        var random = new Random(seed);
        var receipts = new List<(string No, int Qty, int Estimate, int Price)>();
        for (var step = 0; step < 25; step++)
        {
            var day = $"2026-01-{random.Next(1, 20):00}";
            var qty = random.Next(1, 12);
            if (random.Next(2) == 0)
            {
                var one = (No: $"R{step}", Qty: qty, Estimate: random.Next(1, 300), Price: random.Next(1, 300));
                receipts.Add(one);
                await late.PostedAsync(Receipt(one.No, day, Line(qty, one.Estimate)) with { IsEstimated = true });
                await early.PostedAsync(Receipt(one.No, day, Line(qty, one.Price)));
            }
            else
            {
                await late.PostedAsync(Sale($"D{step}", day, Line(qty, 50)));
                await early.PostedAsync(Sale($"D{step}", day, Line(qty, 50)));
            }
        }

        foreach (var (no, qty, _, price) in receipts)
        {
            var invoice = Invoice($"P{no}", $"2026-02-{random.Next(1, 20):00}", no, Line(qty, price));
            await late.PostedAsync(invoice with
            {
                Invoice = invoice.Invoice! with { Estimate = (EstimateMethod)random.Next(2) },
            });
        }

        Balances(late).Should().Be(Balances(early));
        IsWhole(late);
        await VerifiesAsync(late);
    }

    private static async Task WholeAsync(int seed)
    {
        await using var book = await CreateAsync();
        var random = new Random(seed);
        var naive = new NaiveBuying();
        var posted = new List<Document>();
        for (var step = 0; step < 45; step++)
        {
            var document = Next(random, step, naive);
            var isAllowed = naive.Allows(document);
            var result = await book.PostAsync(document);
            if (result is PostResult.Refused { Refusal.Reason: RefusalReason.AllocationTooEarly })
            {
                // What a later reversal freed is settled from that day on only; the naive book has no days.
                continue;
            }

            (result is PostResult.Posted).Should().Be(isAllowed, "step {0}: {1} {2}", step, document.Kind, result);
            if (isAllowed)
            {
                naive.Take(document, 1);
                posted.Add(document);
            }

            if (random.Next(6) == 0 && posted.Count > 0)
            {
                await ReverseAsync(book, random, naive, posted);
            }
        }

        IsWhole(book);
        book.Number("select coalesce(sum(qty), 0) from state_accrual").Should().Be(naive.Estimated * Qty.Scale);
        book.Number("select coalesce(sum(qty), 0) from state_invoiced").Should().Be(naive.Invoiced * Qty.Scale);
        book.Number("select coalesce(sum(qty), 0) from state_pool").Should().Be(naive.OnHand * Qty.Scale);
        await VerifiesAsync(book);
    }

    private static async Task ReverseAsync(TestBook book, Random random, NaiveBuying naive, List<Document> posted)
    {
        var document = posted[random.Next(posted.Count)];
        var key = $"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}";
        var result = await book.PostAsync(new Reversal(key, document.DocumentNo + "-R"));
        (result is PostResult.Posted).Should().Be(naive.MayReverse(document), "{0}: {1}", key, result);
        if (result is PostResult.Posted)
        {
            naive.Take(document, -1);
            posted.Remove(document);
        }
    }

    private static Document Next(Random random, int step, NaiveBuying naive)
    {
        var (day, qty) = ($"2026-01-{random.Next(1, 20):00}", random.Next(1, 10));
        var receipt = naive.Some(random) ?? "none";
        return random.Next(6) switch
        {
            0 or 1 => Receipt($"R{step}", day, Line(qty, random.Next(1, 200))) with
            {
                IsEstimated = random.Next(2) == 0,
            },
            2 => Sale($"D{step}", day, Line(qty, 50)),
            3 => Bought(DocumentKind.PurchaseReturn, $"T{step}", "2026-01-25", Line(qty, 0)) with
            {
                OriginalNo = receipt,
            },
            4 => Bought(DocumentKind.LandedCost, $"F{step}", "2026-01-26", Line(qty, 0)) with
            {
                OriginalNo = receipt, Spread = SpreadBasis.Quantity, FeeAmount = Money.Round(random.Next(1, 50)),
            },
            _ => Invoice($"P{step}", "2026-01-27", receipt, Line(qty, naive.IsEstimated(receipt) ? 77 : 0)),
        };
    }
}
