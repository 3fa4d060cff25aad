using Analytics.Fixtures;
using Analytics.Ingest.Tests.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Where snapshots go wrong elsewhere: clocks that stand or go back, keys that come again, documents without
/// lines, days at the edges of the calendar.</summary>
public sealed class BoundaryTests
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    [Fact]
    public async Task Entries_of_one_and_the_same_moment_are_each_in_one_generation_from_where_they_were_posted()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        var clock = new StoppedClock(new DateTimeOffset(2026, 4, 1, 4, 0, 0, TimeSpan.Zero));
        await new SampleBook(3).PostAsync(company.Book, 200, clock);
        var first = await TakeAsync(company, clock);
        for (var n = 0; n < 3; n++)
        {
            await PostAsync(company, clock, Sale($"E{n}", clock.GetUtcNow()));
        }

        var second = await TakeAsync(company, clock);

        second.IsAdded.Should().BeTrue();
        second.Manifest.CompleteTo.Should().Be(first.Manifest.CompleteTo);
        string.CompareOrdinal(second.Manifest.Generation, first.Manifest.Generation).Should().BePositive();
        (await NumbersAsync(company, "E%")).Should().Equal("E0", "E1", "E2");
        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public async Task A_clock_that_goes_back_between_postings_loses_nothing()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        var later = new StoppedClock(new DateTimeOffset(2026, 4, 3, 4, 0, 0, TimeSpan.Zero));
        var earlier = new StoppedClock(later.GetUtcNow().AddDays(-30));
        await new SampleBook(3).PostAsync(company.Book, 200, later);
        await TakeAsync(company, later);

        await PostAsync(company, earlier, Sale("BACK", later.GetUtcNow()));
        var added = await TakeAsync(company, later);

        added.IsAdded.Should().BeTrue();
        (await NumbersAsync(company, "BACK")).Should().Equal("BACK");
        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public async Task A_clock_that_goes_back_between_snapshots_leaves_the_latest_one_the_newest_by_name()
    {
        await using var company = await CompanyFolder.CreateAsync(100);
        var now = new DateTimeOffset(2026, 4, 3, 4, 0, 0, TimeSpan.Zero);
        var taken = new List<string>();
        foreach (var hours in new[] { 0, -48, -48, -1, 0, 5, -1000 })
        {
            await company.PostMoreAsync();
            taken.Add((await TakeAsync(company, new StoppedClock(now.AddHours(hours)))).Manifest.Generation);
        }

        taken.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        company.Star.List().Select(manifest => manifest.Generation).Should().Equal(taken.AsEnumerable().Reverse());
        company.Star.Prune(new Pruning(1, 0), now).Deleted.Should().HaveCount(taken.Count - 1);
        company.Star.List().Should().ContainSingle().Which.Generation.Should().Be(taken[^1]);
    }

    [Fact]
    public async Task A_draft_is_in_no_fact_and_the_number_of_one_that_was_ended_may_come_again()
    {
        await using var company = await CompanyFolder.CreateAsync(200);
        var at = new DateTimeOffset(2026, 4, 1, 12, 0, 0, China);
        await PostAsync(company, TimeProvider.System, new DocumentDraft(Sale("D1", at)) { Actor = "张三" });
        await TakeAsync(company, TimeProvider.System);
        (await NumbersAsync(company, "D1")).Should().BeEmpty();

        await PostAsync(company, TimeProvider.System, new Termination("sale:D1") { Actor = "张三" });
        await TakeAsync(company, TimeProvider.System);
        (await NumbersAsync(company, "D1")).Should().BeEmpty();

        // The key of what was ended stays its own; the number is free.
        await PostAsync(company, TimeProvider.System, Sale("D1", at) with { Key = "again" });
        await TakeAsync(company, TimeProvider.System);
        (await NumbersAsync(company, "D1")).Should().Equal("D1");
        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public async Task A_document_handed_in_twice_is_there_once_and_another_of_its_key_is_refused()
    {
        await using var company = await CompanyFolder.CreateAsync(200);
        await TakeAsync(company, TimeProvider.System);
        var sale = Sale("TWICE", new DateTimeOffset(2026, 4, 1, 12, 0, 0, China));
        await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
        {
            (await journal.PostAsync(sale, default)).Should().BeOfType<PostResult.Posted>();
            (await journal.PostAsync(sale, default)).Should().BeOfType<PostResult.AlreadyThere>();
            var other = sale with { Lines = [new DocumentLine("P001", Qty.Round(9), Money.Round(9))] };
            (await journal.PostAsync(other, default)).Should().BeOfType<PostResult.Refused>();
        }

        await TakeAsync(company, TimeProvider.System);

        (await NumbersAsync(company, "TWICE")).Should().Equal("TWICE");
        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public async Task A_header_without_lines_is_refused_by_the_book_and_one_that_lost_them_by_the_audits()
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
        {
            var bare = Sale("BARE", new DateTimeOffset(2026, 4, 1, 12, 0, 0, China)) with { Lines = [] };
            (await journal.PostAsync(bare, default)).Should().BeOfType<PostResult.Refused>();
        }

        var before = (await TakeAsync(company, TimeProvider.System)).Manifest.Generation;
        await company.PostMoreAsync();
        await company.ChangeBookAsync(
            "delete from document_line where seq = (select max(seq) from document)");

        var outcome = await company.SnapshotAsync();

        outcome.Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings.Should()
            .Contain(finding => finding.Audit == "sales_off_control_totals");
        company.Star.Current()!.Generation.Should().Be(before);
        LeftOver(company).Should().BeEmpty();
    }

    [Fact]
    public async Task A_note_of_many_megabytes_is_refused_in_one_short_line_and_the_book_stands()
    {
        await using var company = await CompanyFolder.CreateAsync(20);
        var giant = new string('长', 40_000_000);
        var sale = Sale("GIANT", new DateTimeOffset(2026, 4, 1, 12, 0, 0, China));
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        foreach (var one in new[]
        {
            sale with { Note = giant }, sale with { DocumentNo = giant },
            sale with { Lines = [new DocumentLine(giant, Qty.Round(1), Money.Round(10))] },
        })
        {
            var refusal = (await journal.PostAsync(one, default)).Should().BeOfType<PostResult.Refused>()
                .Subject.Refusal;
            refusal.English.Length.Should().BeLessThan(300);
            refusal.English.Should().NotContain("\n");
            refusal.Chinese.Length.Should().BeLessThan(300);
        }

        (await TakeAsync(company, TimeProvider.System)).Manifest.Rows["fact_sales"].Should().BePositive();
        (await NumbersAsync(company, "GIANT")).Should().BeEmpty();
    }

    private static Document Sale(string number, DateTimeOffset at) => new(DocumentKind.Sale, number, at)
    {
        StoreCode = "S1", Lines = [new DocumentLine("P001", Qty.Round(1), Money.Round(10))],
    };

    private static async Task PostAsync(CompanyFolder company, TimeProvider clock, Submission submission)
    {
        await using var journal = await Journal.OpenAsync(company.Book, clock, default);
        (await journal.PostAsync(submission, default)).Should().NotBeOfType<PostResult.Refused>();
    }

    private static async Task<SnapshotOutcome.Published> TakeAsync(CompanyFolder company, TimeProvider clock) =>
        Published(await new Snapshot().RunAsync(company.Book, company.Star, clock, null, default));

    private static async Task<IEnumerable<object?>> NumbersAsync(CompanyFolder company, string like) =>
        (await RowsAsync(
            company, $"select document_no from fact_sales where document_no like '{like}' order by document_no"))
        .Select(row => row[0]);
}
