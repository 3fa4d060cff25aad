using Analytics.Ledger.Posting;
using CsCheck;
using static Analytics.Ledger.Tests.Sales.SalesBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Random receipts, sales, deliveries, signatures, returns, exchanges, samples and reversals, backdated and
/// not.</summary>
public sealed class SalesHistoryTests
{
    /// <summary>Nothing is lost; and the accounts are those of a second book that was only ever told what stands in the
    /// end, in the order of time.</summary>
    [Fact]
    public void However_documents_come_the_accounts_are_those_of_what_stands_in_the_end() =>
        Gen.Int[0, int.MaxValue].Sample(seed => SameAsync(seed).GetAwaiter().GetResult(), iter: 12, threads: 1);

    private static async Task SameAsync(int seed)
    {
        await using var book = await SalesBook.CreateAsync();
        var history = new SalesHistory(new Random(seed));
        for (var step = 0; step < 40; step++)
        {
            var submission = history.Next(step);
            var result = await book.PostAsync(submission);
            result.Should().BeOfType<PostResult.Posted>("seed {0}, step {1}: {2}", seed, step, result);
        }

        await IsConservedAsync(book);
        await using var plain = await SalesBook.CreateAsync();
        foreach (var document in history.Standing.OrderBy(document => document.BusinessAt))
        {
            await plain.PostedAsync(document);
        }

        Balances(book).Should().Equal(Balances(plain), "seed {0}", seed);
        OnHand(book).Should().Be(OnHand(plain));
    }
}
