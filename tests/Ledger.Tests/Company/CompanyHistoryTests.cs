using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Company;

/// <summary>All kinds of document at random in one book: it adds up, and verification finds nothing.</summary>
public sealed class CompanyHistoryTests
{
    [Fact]
    public async Task A_company_at_random_adds_up() =>
        (await HoldsAsync(1, 2, 150)).Count.Should().BeGreaterThan(40);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Many_companies_at_random_add_up_and_take_every_kind_of_document() =>
        Enum.GetValues<DocumentKind>().Except(await HoldsAsync(1, 6, 800)).Should().BeEmpty();

    /// <summary>The kinds of document that were taken.</summary>
    private static async Task<HashSet<DocumentKind>> HoldsAsync(int first, int seeds, int steps)
    {
        var taken = new HashSet<DocumentKind>();
        for (var seed = first; seed < first + seeds; seed++)
        {
            await using var book = await CreateAsync();
            (await book.Journal.PostAsync(CompanyHistory.Masters, default)).Should().AllBeOfType<PostResult.Posted>();
            var history = new CompanyHistory(new Random(seed));
            for (var step = 0; step < steps; step++)
            {
                await history.StepAsync(book);
            }

            foreach (var sql in CompanyHistory.Sums)
            {
                book.Number(sql).Should().Be(0, "seed {0}: {1}", seed, sql);
            }

            (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty("seed {0}", seed);
            taken.UnionWith(history.Taken);
        }

        return taken;
    }
}
