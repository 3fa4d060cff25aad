using Analytics.Ingest.Demo;
using Analytics.Ingest.Tests.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>What is added to a copy of a generation ends as if all had been built at once.</summary>
public sealed class IncrementTests
{
    [Fact]
    public async Task Additions_of_a_companys_life_end_as_a_whole_build_does()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.Zero));
        var submissions = new DemoCompany(new DemoOptions { Lines = 4_000 }, clock).Batches()
            .SelectMany(batch => batch).ToList();
        var most = submissions.Count * 3 / 4;
        int[] parts = [0, most, most + 1, most + 300, submissions.Count];
        var added = new List<bool>();
        foreach (var (from, to) in parts.Zip(parts.Skip(1)))
        {
            await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
            {
                foreach (var batch in submissions[from..to].Chunk(500))
                {
                    await journal.PostAsync(batch, default);
                }
            }

            added.Add(Taken(await company.SnapshotAsync()).IsAdded);
        }

        added.Should().Equal(false, true, true, true);
        await EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public Task Late_documents_reversals_renamed_masters_and_erased_persons_are_added_as_a_whole_build_has_them() =>
        LateAsync(1);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(2)]
    [InlineData(3)]
    public Task Of_other_books_too_what_comes_late_is_added_as_a_whole_build_has_it(int seed) => LateAsync(seed);

    private static async Task LateAsync(int seed)
    {
        await using var company = await CompanyFolder.CreateAsync(400, seed);
        Taken(await company.SnapshotAsync()).IsAdded.Should().BeFalse();
        await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
        {
            var sold = new DateTimeOffset(2025, 10, 2, 12, 0, 0, TimeSpan.FromHours(8));
            Submission[] more =
            [
                new CategoryMaster("A", "西药"), new StoreMaster("S2", "二号新店") { MayGoNegative = true },
                new Document(DocumentKind.OpeningStock, "LATE", sold.AddDays(-1))
                {
                    StoreCode = "S1", Lines = [new DocumentLine("P001", Qty.Round(50), Money.Round(333))],
                },
                new Document(DocumentKind.Sale, "NEW", sold)
                {
                    StoreCode = "S2", PartyCode = "C1", Tender = Tender.Account,
                    Lines = [new DocumentLine("P002", Qty.Round(2), Money.Round(20))],
                },
                new Reversal("sale:NEW", "NEW-R") { BusinessAt = sold.AddYears(2) },
                new PartyErasure("C1", "本人要求"),
            ];
            (await journal.PostAsync(more, default)).Should().AllBeOfType<PostResult.Posted>();
        }

        Taken(await company.SnapshotAsync()).IsAdded.Should().BeTrue();

        await EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public async Task A_whole_build_is_made_once_what_was_added_is_much_or_a_week_has_gone_by()
    {
        await using var company = await CompanyFolder.CreateAsync(100);
        var first = Taken(await company.SnapshotAsync()).Manifest;
        await company.PostMoreAsync();
        var later = new StoppedClock(first.BuiltAt.AddDays(8));

        var old = await new Snapshot().RunAsync(company.Book, company.Star, later, null, default);
        for (var n = 0; n < 40; n++)
        {
            await company.PostMoreAsync();
        }

        var added = Taken(await company.SnapshotAsync());
        await company.PostMoreAsync();
        var whole = Taken(await company.SnapshotAsync());

        Taken(old).IsAdded.Should().BeFalse();
        added.IsAdded.Should().BeTrue();
        added.Manifest.AddedRows.Should().BeGreaterThan(40);
        whole.IsAdded.Should().BeFalse();
        whole.Manifest.AddedRows.Should().Be(0);
    }

    private static SnapshotOutcome.Published Taken(SnapshotOutcome outcome) =>
        outcome.Should().BeOfType<SnapshotOutcome.Published>().Subject;

    internal static async Task EqualsAWholeBuildAsync(CompanyFolder company)
    {
        var added = await ContentAsync(company, "all");
        Taken(await company.SnapshotAsync(new SnapshotOptions { Full = true })).IsAdded.Should().BeFalse();
        var whole = await ContentAsync(company, "all");

        added.Keys.Should().Equal(whole.Keys);
        foreach (var (table, rows) in whole)
        {
            added[table].Should().Equal(rows, table);
        }
    }
}
