using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Whatever the Journal took can be published, and agrees with the book.</summary>
public sealed class RoughSnapshotTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task A_rough_history_is_published_and_agrees_with_the_book(int seed)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        foreach (var batch in new RoughHistory(seed).Batches(120))
        {
            await journal.PostAsync(batch, default);
        }

        (await company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>();
        var reconciled = await Reconcile.RunAsync(company.Book, company.Star, new StarSessionOptions(), default);
        reconciled!.Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_greatest_amounts_that_are_taken_can_be_published(int sales)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        var most = new Money(90_000_000_000_000);
        var line = new DocumentLine("I", new Qty(1000), most) { TaxAmount = most };
        var at = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.FromHours(8));
        await journal.PostAsync(
            [
                new CategoryMaster("A", "药品"), new ItemMaster("I", "感冒灵", "A"),
                new StoreMaster("S", "店") { MayGoNegative = true },
            ],
            default);
        for (var n = 0; n < 3; n++)
        {
            await journal.PostAsync(
                new Document(DocumentKind.OpeningStock, $"O{n}", at)
                {
                    StoreCode = "S", Lines = [.. Enumerable.Repeat(line, n == 0 ? 3_000 : 9_000)],
                },
                default);
        }

        for (var n = 0; n < sales; n++)
        {
            await journal.PostAsync(
                new Document(DocumentKind.Sale, $"D{n}", at)
                {
                    StoreCode = "S",
                    Lines = sales == 1
                        ? [line with { Quantity = new Qty(1000 * 9_000) }]
                        : [.. Enumerable.Repeat(line, 9_000)],
                },
                default);
        }

        await journal.PostAsync(
            new Document(DocumentKind.Sale, "last", at)
            {
                StoreCode = "S", Lines = [line with { NetAmount = Money.Round(1) }],
            },
            default);
        (await company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>();
    }

    [Fact]
    public async Task A_book_that_lost_what_is_published_is_not_published_over_it()
    {
        await using var company = await CompanyFolder.CreateAsync(50);
        var old = company.File("old.db");
        File.Copy(company.Book.Name, old);
        await company.PostMoreAsync();
        (await company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>();
        await using var restored = await Book.OpenAsync(old, BusinessDay.Shanghai, default);

        var outcome = await new Snapshot().RunAsync(restored, company.Star, TimeProvider.System, null, default);

        outcome.Should().BeOfType<SnapshotOutcome.Refused>();
        var full = await new Snapshot(new SnapshotOptions { Full = true })
            .RunAsync(restored, company.Star, TimeProvider.System, null, default);
        full.Should().BeOfType<SnapshotOutcome.Published>();
    }
}
