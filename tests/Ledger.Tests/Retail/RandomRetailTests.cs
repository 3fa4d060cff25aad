using Analytics.Ledger.Posting;
using CsCheck;
using static Analytics.Ledger.Tests.Retail.RetailBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>Random days at a till: tickets of several tenders, returns, top-ups, reversals, late ones. What members
/// hold and tills brought is what plain adding says; the book verifies; debits are credits.</summary>
public sealed class RandomRetailTests
{
    [Fact]
    public void Random_days_at_a_till_add_up() =>
        Gen.Int[0, int.MaxValue].Sample(seed => RunAsync(seed).GetAwaiter().GetResult(), iter: 8, threads: 1);

    private static async Task RunAsync(int seed)
    {
        await using var book = await RetailBook.CreateAsync();
        await book.PostedAsync(LevelChange("L0", "SILVER"));
        var random = new Random(seed);
        var done = new List<(string Key, decimal Stored, decimal Cash, bool IsSale)>();
        var (stored, cash) = (0m, 0m);
        for (var step = 0; step < 50; step++)
        {
            var (document, ofStored, ofCash) = Next(random, step, stored);
            var canBe = stored + ofStored >= 0;
            if (done.Count > 0 && random.Next(5) == 0)
            {
                var back = done[random.Next(done.Count)];
                var result = await book.PostAsync(new Reversal(back.Key, $"R{step}"));
                if (result is PostResult.Posted)
                {
                    (stored, cash) = (stored - back.Stored, cash - back.Cash);
                    done.Remove(back);
                }
                else
                {
                    // A top-up that was spent meanwhile stays.
                    back.Stored.Should().BePositive("seed {0}, step {1}, {2}", seed, step, result);
                }

                continue;
            }

            var posted = await book.PostAsync(document);
            (posted is PostResult.Posted).Should().Be(canBe, "seed {0}, step {1}: {2}", seed, step, posted);
            if (canBe)
            {
                (stored, cash) = (stored + ofStored, cash + ofCash);
                done.Add((
                    $"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}", ofStored, ofCash,
                    document.Kind == DocumentKind.Sale));
            }
        }

        (book.Held("stored_paid") + book.Held("stored_bonus")).Should().Be(stored, "seed {0}", seed);
        book.Balance(Account.StoredValue).Should().Be(-stored);
        book.Balance(Account.Cash).Should().Be(cash);
        book.Balances().Values.Sum().Should().Be(0);
        book.Number(
            "select cast(coalesce(sum(state.amount), 0) as bigint) from state_tender_day as state inner join tender on "
            + "tender.tender_id = state.tender_id where tender.tender_code = 'CASH'")
            .Should().Be(Money.Round(cash).Units);
        await book.VerifiesAsync();
    }

    private static (Document Document, decimal Stored, decimal Cash) Next(Random random, int step, decimal stored)
    {
        var date = $"2026-01-{random.Next(2, 28):00}";
        var amount = random.Next(1, 6000) / 100m;
        switch (random.Next(5))
        {
            case 0:
                var bonus = random.Next(0, 500) / 100m;
                return (TopUp($"U{step}", amount, bonus) with { BusinessAt = Day(date) }, amount + bonus, amount);
            case 1:
                var back = Return($"B{step}", date, "", Line(1, amount)) with { Tenders = [Pay("CASH", amount)] };
                return (back, 0, -amount);
            case 2:
                var wanted = Math.Round(stored * random.Next(1, 130) / 100m, 2, MidpointRounding.AwayFromZero);
                var ofCard = Math.Min(amount, Math.Max(0.01m, wanted));
                var mixed = Sale($"T{step}", date, Line(1, amount)) with
                {
                    Tenders = amount > ofCard
                        ? [Pay("CARD", ofCard), Pay("CASH", amount - ofCard)]
                        : [Pay("CARD", ofCard)],
                };
                return (mixed, -ofCard, amount - ofCard);
            case 3:
                var cents = amount % 1;
                var rounded = Sale($"T{step}", date, Line(2, amount), Line(1, 7, OtherItem)) with
                {
                    Tenders = cents > 0
                        ? [Pay("RND", cents), Pay("CASH", amount + 7 - cents)]
                        : [Pay("CASH", amount + 7)],
                };
                return (rounded, 0, amount + 7 - cents);
            default:
                var change = random.Next(0, 40);
                var given = Sale($"T{step}", date, Line(1, amount)) with
                {
                    Tenders = [Pay("CASH", amount + change)], Change = Money.Round(change),
                };
                return (given, 0, amount);
        }
    }
}
