using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>A number is given out under the lock of the head alone: what a snapshot does not see, no later entry
/// overtakes.</summary>
public sealed class LongPostingTests
{
    [SkippableTheory]
    [InlineData(false, "posted")]
    [InlineData(false, "head")]
    [InlineData(true, "posted")]
    [InlineData(true, "head")]
    public async Task A_posting_begun_before_a_snapshot_and_committed_after_it_is_whole_in_the_next_one(
        bool isPostgres, string step)
    {
        await using var place = await BookAt.CreateAsync(isPostgres);
        await new SampleBook(1).PostAsync(place.Book, 200, TimeProvider.System);
        var first = await TakeAsync(place);
        var begun = new TaskCompletionSource();
        using var goOn = new ManualResetEventSlim();
        await using var slow = await Journal.OpenAsync(place.Book, TimeProvider.System, default);
        await using var quick = await Journal.OpenAsync(place.Book, TimeProvider.System, default);
        slow.AtStep = name =>
        {
            if (name == step)
            {
                begun.TrySetResult();
                goOn.Wait();
            }
        };
        var posting = slow.PostAsync(Sale("SLOW"), default);
        await begun.Task;

        // It is written and not committed, and who posts beside it gets no number yet.
        var overtaking = quick.PostAsync(Sale("QUICK"), default);
        var meanwhile = await RunAsync(place);
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, default);
        var hasOvertaken = overtaking.IsCompleted;
        goOn.Set();

        meanwhile.Should().BeOfType<SnapshotOutcome.Unchanged>().Which.Seq.Should().Be(first.Manifest.Seq);
        hasOvertaken.Should().BeFalse();
        (await posting).Should().BeOfType<PostResult.Posted>().Which.Seq.Should().Be(first.Manifest.Seq + 1);
        (await overtaking).Should().BeOfType<PostResult.Posted>().Which.Seq.Should().Be(first.Manifest.Seq + 2);
        var second = await TakeAsync(place);
        second.IsAdded.Should().BeTrue();
        second.Manifest.Seq.Should().Be(first.Manifest.Seq + 2);
        second.Manifest.Rows["fact_sales"].Should().Be(first.Manifest.Rows["fact_sales"] + 2);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_view_stays_at_its_entry_whatever_is_posted_while_a_snapshot_reads_it(bool isPostgres)
    {
        await using var place = await BookAt.CreateAsync(isPostgres);
        await new SampleBook(1).PostAsync(place.Book, 200, TimeProvider.System);
        await using var journal = await Journal.OpenAsync(place.Book, TimeProvider.System, default);
        var posted = 0;

        var taken = await RunAsync(place, new SnapshotOptions
        {
            AtStep = step =>
            {
                if (step.StartsWith("extract", StringComparison.Ordinal))
                {
                    // Between any two tables the book goes on.
                    journal.PostAsync(Sale($"N{posted++}"), default).GetAwaiter().GetResult()
                        .Should().BeOfType<PostResult.Posted>();
                }
            },
        });

        var published = taken.Should().BeOfType<SnapshotOutcome.Published>().Subject;
        posted.Should().BeGreaterThan(20);
        await using var view = await place.Book.ReadAsync(default);
        published.Manifest.Seq.Should().Be(view.Seq - posted);
        var next = await TakeAsync(place);
        next.Manifest.Rows["fact_sales"].Should().Be(published.Manifest.Rows["fact_sales"] + posted);
    }

    private static Document Sale(string number) =>
        new(DocumentKind.Sale, number, new(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(8)))
        {
            StoreCode = "S1", Lines = [new DocumentLine("P001", Qty.Round(1), Money.Round(10))],
        };

    private static async Task<SnapshotOutcome.Published> TakeAsync(BookAt place) =>
        SnapshotTests.Published(await RunAsync(place));

    private static Task<SnapshotOutcome> RunAsync(BookAt place, SnapshotOptions? options = null) =>
        new Snapshot(options ?? new()).RunAsync(place.Book, place.Star, TimeProvider.System, null, default);
}
