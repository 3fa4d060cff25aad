using Analytics.Fixtures;
using Analytics.Ingest;
using Analytics.Ingest.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Reports.Analysis.Loyalty;
using Analytics.Star;

namespace Analytics.Reports.Tests;

/// <summary>A company that has lived: documents of every kind of the demo and a handful of others posted into a book,
/// its star, and a runner over the catalog. The clock stands still, so it is the same company each time.</summary>
public sealed class LivedCompany : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FixedClock clock = new(new(2026, 3, 20, 18, 30, 0, BusinessDay.Shanghai.Zone.BaseUtcOffset));

    public Book Book { get; private set; } = null!;

    public StarReaders Readers { get; private set; } = null!;

    public ReportRunner Runner { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        await using (var journal = await Journal.OpenAsync(Book, clock, default))
        {
            await new DemoCompany(new DemoOptions { Lines = 2000 }, clock).PostAsync(
                (batch, ct) => journal.PostAsync(batch, ct), null, default);
            foreach (var batch in Handful.Batches())
            {
                (await journal.PostAsync(batch, default)).Should().NotContain(result => result is PostResult.Refused);
            }
            foreach (var submission in HandfulOfMoney.Documents)
            {
                var result = await journal.PostAsync(submission, default);
                result.Should().BeOfType<PostResult.Posted>("{0} came to {1}", submission, result);
            }
        }
        var stars = new StarFolder(folder.File("star"));
        (await new Snapshot().RunAsync(Book, stars, clock, null, default))
            .Should().BeOfType<SnapshotOutcome.Published>();
        (await LoyaltyAnnex.PublishAsync(stars, new LoyaltyOptions(), clock, default))
            .Should().BeOfType<AnnexOutcome.Published>();
        Readers = new StarReaders(stars, new());
        Runner = new(Readers, Catalog.Load(null), Glossary.Load(), clock, BusinessDay.Shanghai.Zone);
    }

    public async Task DisposeAsync()
    {
        await Readers.DisposeAsync();
        await Book.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Runs a report; parameters as <c>name=value</c>.</summary>
    public async Task<ReportResult> AnswerAsync(string id, params string[] parameters)
    {
        var given = parameters.Select(text => text.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var outcome = await Runner.RunAsync(new(id, given), Scope.Everything, CancellationToken.None);
        return outcome.Should().BeOfType<ReportOutcome.Answer>("{0}", id).Subject.Result;
    }

    /// <summary>Rows of a statement over the star, in whose text <c>{s}</c> stands for its schema.</summary>
    public async Task<IReadOnlyList<object?[]>> FactsAsync(string sql)
    {
        await using var lease = await Readers.RentAsync(null, default);
        return await Query.RowsAsync(lease.Connection, sql.Replace("{s}", lease.Schema, StringComparison.Ordinal));
    }

    public async Task<IReadOnlyList<object?[]>> BookAsync(string sql)
    {
        await using var view = await Book.ReadAsync(default);
        return await Query.RowsAsync(view.Connection, sql);
    }
}
