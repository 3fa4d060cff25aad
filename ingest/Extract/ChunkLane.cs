using System.Threading.Channels;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Extract;

/// <summary>One thread that reads ranges of entries into chunks, some ahead of whoever appends them.</summary>
internal sealed class ChunkLane(BookRows rows, ChunkAppender appender) : IDisposable
{
    /// <summary>Bounds the memory: so many filled chunks wait at most.</summary>
    private const int MostAhead = 16;

    private readonly bool[] isText = appender.IsText;
    private readonly Channel<StarChunk> emptied = Channel.CreateUnbounded<StarChunk>();
    private readonly Channel<(StarChunk Chunk, bool IsLast)> filled =
        Channel.CreateBounded<(StarChunk Chunk, bool IsLast)>(MostAhead);

    /// <summary>Reads the ranges, one after the other; waits while enough is ahead.</summary>
    public async Task ReadAsync(
        ExtractQuery query, IEnumerable<(long After, long UpTo)> ranges, CancellationToken ct)
    {
        try
        {
            foreach (var range in ranges)
            {
                rows.Begin(query.Values(range));
                var isLast = false;
                while (!isLast)
                {
                    ct.ThrowIfCancellationRequested();
                    var chunk = emptied.Reader.TryRead(out var again) ? again : appender.NewChunk();
                    isLast = !Fill(chunk);
                    await filled.Writer.WriteAsync((chunk, isLast), ct);
                }
            }
        }
        finally
        {
            filled.Writer.Complete();
        }
    }

    /// <summary>Appends the next chunk.</summary>
    /// <returns>False after the last one of a range.</returns>
    /// <exception cref="ChannelClosedException">Reading stopped before the end.</exception>
    public async Task<bool> AppendAsync(CancellationToken ct)
    {
        var (chunk, isLast) = await filled.Reader.ReadAsync(ct);
        appender.Append(chunk);
        emptied.Writer.TryWrite(chunk);
        return !isLast;
    }

    public void Dispose() => rows.Dispose();

    /// <returns>False after the last row.</returns>
    private bool Fill(StarChunk chunk)
    {
        while (!chunk.IsFull)
        {
            if (!rows.Next())
            {
                return false;
            }

            for (var at = 0; at < isText.Length; at++)
            {
                if (isText[at])
                {
                    chunk.Set(at, rows.Text(at));
                }
                else
                {
                    chunk.Set(at, rows.Number(at));
                }
            }

            chunk.EndRow();
        }

        return true;
    }
}
