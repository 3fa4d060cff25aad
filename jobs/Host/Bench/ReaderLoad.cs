using System.Collections.Concurrent;
using System.Diagnostics;
using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>Two readers of one process who ask for year on year by store, a moment after each answer, while something
/// else goes on; whole times, as a page would see them.</summary>
internal sealed class ReaderLoad(DataFolder folder)
{
    private const int Readers = 2;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>For some seconds with nothing else going on.</summary>
    public Task<ReaderTimes> IdleAsync(TimeSpan time, CancellationToken ct) =>
        DuringAsync(() => Task.Delay(time, TimeProvider.System, ct), ct);

    /// <summary>While the work lasts and two seconds longer, so that what it published is read too.</summary>
    public async Task<ReaderTimes> DuringAsync(Func<Task> work, CancellationToken ct)
    {
        await using var readers = new StarReaders(folder.Star, new StarReadersOptions());
        var runner = new ReportRunner(
            readers, Catalog.Load(null), Glossary.Load(), TimeProvider.System, folder.Day.Zone);
        var request = YearOnYear.Request(folder.Star.Current()!, useRollups: true);
        await AskAsync(runner, request, ct);
        var answers = new ConcurrentBag<ReaderAnswer>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var begin = Stopwatch.GetTimestamp();
        var reading = Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(
            () => ReadAsync(runner, request, answers, stop.Token), ct)));
        try
        {
            await work();
            await Task.Delay(Settled, TimeProvider.System, ct);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }

        return new ReaderTimes([.. answers], begin, Stopwatch.GetTimestamp());
    }

    private static async Task ReadAsync(
        ReportRunner runner, ReportRequest request, ConcurrentBag<ReaderAnswer> answers, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // An answer that was begun is waited for: its time counts.
            var startedAt = Stopwatch.GetTimestamp();
            var generation = await AskAsync(runner, request, CancellationToken.None);
            answers.Add(new ReaderAnswer(startedAt, Stopwatch.GetTimestamp(), generation));
            await Task.Delay(Between, TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task<string> AskAsync(ReportRunner runner, ReportRequest request, CancellationToken ct) =>
        await runner.RunAsync(request, Scope.Everything, ct) is ReportOutcome.Answer answer
            ? answer.Result.Generation
            : throw new InvalidDataException("the bench's report was refused");
}
