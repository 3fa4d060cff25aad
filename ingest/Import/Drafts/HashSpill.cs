using System.Runtime.InteropServices;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>Finds the numbers that were added more than once, in bounded memory: sorted runs on disk, merged.</summary>
internal sealed class HashSpill(string tempFolder, int runLength = HashSpill.DefaultRunLength) : IDisposable
{
    private const int DefaultRunLength = 1 << 20;
    private const int ReadBuffer = 1 << 15;

    private readonly List<string> runs = [];
    private readonly ulong[] current = new ulong[runLength];
    private int count;

    public void Add(ulong hash)
    {
        if (count == current.Length)
        {
            Spill();
        }

        current[count++] = hash;
    }

    /// <summary>Each repeated number, at least once, in order.</summary>
    public IEnumerable<ulong> Repeated(CancellationToken ct)
    {
        current.AsSpan(0, count).Sort();
        if (runs.Count == 0)
        {
            return Neighbours(current.Take(count));
        }

        Spill();
        return Neighbours(Merged(ct));
    }

    public void Dispose()
    {
        foreach (var run in runs)
        {
            File.Delete(run);
        }
    }

    private static IEnumerable<ulong> Neighbours(IEnumerable<ulong> sorted)
    {
        ulong? before = null;
        foreach (var hash in sorted)
        {
            if (hash == before)
            {
                yield return hash;
            }

            before = hash;
        }
    }

    private void Spill()
    {
        current.AsSpan(0, count).Sort();
        Directory.CreateDirectory(tempFolder);
        var path = Path.Combine(tempFolder, $"groups-{Guid.NewGuid():N}.tmp");
        runs.Add(path);
        using var file = File.Create(path);
        file.Write(MemoryMarshal.AsBytes(current.AsSpan(0, count)));
        count = 0;
    }

    private IEnumerable<ulong> Merged(CancellationToken ct)
    {
        var open = new List<BinaryReader>();
        try
        {
            var heads = new PriorityQueue<BinaryReader, ulong>();
            foreach (var run in runs)
            {
                var reader = new BinaryReader(new BufferedStream(File.OpenRead(run), ReadBuffer));
                open.Add(reader);
                Queue(heads, reader);
            }

            while (heads.TryDequeue(out var reader, out var hash))
            {
                ct.ThrowIfCancellationRequested();
                yield return hash;
                Queue(heads, reader);
            }
        }
        finally
        {
            open.ForEach(reader => reader.Dispose());
        }
    }

    private static void Queue(PriorityQueue<BinaryReader, ulong> heads, BinaryReader reader)
    {
        if (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            heads.Enqueue(reader, reader.ReadUInt64());
        }
    }
}
