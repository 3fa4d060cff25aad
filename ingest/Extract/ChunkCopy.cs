using System.Threading.Channels;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Extract;

/// <summary>By the chunk, from a SQLite book: several threads read ranges of entries, each on a connection of its own,
/// and what they read is appended in the order of the ranges.</summary>
/// <remarks>What cannot be split is read from the view itself: only entries are the same in every later view.
/// </remarks>
internal sealed class ChunkCopy(BookReader book, StarSession session, int threads) : IRowCopy
{
    public async Task<long> CopyAsync(ExtractQuery query, Action<long> atRows, CancellationToken ct)
    {
        var ranges = query.Ranges();
        var count = Math.Min(Math.Max(threads, 1), ranges.Count);
        using var appender = session.AppendChunksToStaging(query.Staging);
        var views = new List<BookReader>();
        var lanes = new List<ChunkLane>();
        try
        {
            for (var at = 0; at < count; at++)
            {
                if (at > 0)
                {
                    views.Add(await book.BesideAsync(ct));
                }

                lanes.Add(new ChunkLane((at == 0 ? book : views[^1]).Rows(query.Sql)!, appender));
            }

            await RunAsync((query, ranges), lanes, appender, atRows, ct);
            appender.Complete();
            return appender.Rows;
        }
        finally
        {
            lanes.ForEach(lane => lane.Dispose());
            foreach (var view in views)
            {
                await view.DisposeAsync();
            }
        }
    }

    /// <summary>Ends when no lane reads any more, however it ends.</summary>
    private static async Task RunAsync(
        (ExtractQuery Query, IReadOnlyList<(long After, long UpTo)> Ranges) of, List<ChunkLane> lanes,
        ChunkAppender appender, Action<long> atRows, CancellationToken ct)
    {
        var (query, ranges) = of;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.WhenAll(lanes.Select((lane, at) => Task.Run(
            () => lane.ReadAsync(query, ranges.Where((_, range) => range % lanes.Count == at), stop.Token), ct)));
        try
        {
            for (var range = 0; range < ranges.Count; range++)
            {
                while (await lanes[range % lanes.Count].AppendAsync(ct))
                {
                    atRows(appender.Rows);
                }

                atRows(appender.Rows);
            }
        }
        catch (ChannelClosedException)
        {
            // What stopped the lane is told by the lane, below.
            await stop.CancelAsync();
        }
        catch
        {
            await stop.CancelAsync();
            await reading.ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }

        await reading;
    }
}
