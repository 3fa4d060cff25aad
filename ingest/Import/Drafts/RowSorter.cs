namespace Analytics.Ingest.Import.Drafts;

/// <summary>Sorts rows by their document, and within it by line, in bounded memory: sorted runs on disk, merged some
/// tens at a time. The runs are gone when the sorter is.</summary>
internal sealed class RowSorter(string tempFolder, long maxBytes = RowSorter.DefaultMaxBytes) : IDisposable
{
    private const long DefaultMaxBytes = 32L << 20;
    private const int FanIn = 32;

    private readonly record struct Keyed(string Group, Row Row);

    private readonly List<Keyed> held = [];
    private readonly List<string> runs = [];
    private long bytes;

    private static readonly Comparer<Keyed> ByGroupThenLine = Comparer<Keyed>.Create((a, b) =>
    {
        var order = string.CompareOrdinal(a.Group, b.Group);
        return order != 0 ? order : a.Row.Line.CompareTo(b.Row.Line);
    });

    /// <summary>How many runs were spilled to disk.</summary>
    public int Spilled { get; private set; }

    public void Add(string group, Row row)
    {
        held.Add(new Keyed(group, row));
        bytes += 64 + (2 * group.Length) + row.Cells.Sum(cell => 32L + (2 * cell.Length));
        if (bytes > maxBytes)
        {
            held.Sort(ByGroupThenLine);
            Spill(held);
            held.Clear();
            bytes = 0;
        }
    }

    /// <summary>All rows in order. To be called once.</summary>
    public IEnumerable<Row> Sorted(CancellationToken ct)
    {
        held.Sort(ByGroupThenLine);
        while (this.runs.Count > FanIn)
        {
            var some = this.runs[..FanIn];
            this.runs.RemoveRange(0, FanIn);
            Spill(Merged([.. some.Select(ReadRun)], ct));
            some.ForEach(File.Delete);
        }

        return Merged([.. this.runs.Select(ReadRun), held], ct).Select(keyed => keyed.Row);
    }

    public void Dispose() => this.runs.ForEach(File.Delete);

    private static IEnumerable<Keyed> Merged(IReadOnlyList<IEnumerable<Keyed>> runs, CancellationToken ct)
    {
        var open = runs.Select(run => run.GetEnumerator()).ToList();
        try
        {
            var heads = new PriorityQueue<IEnumerator<Keyed>, Keyed>(ByGroupThenLine);
            foreach (var run in open.Where(run => run.MoveNext()))
            {
                heads.Enqueue(run, run.Current);
            }

            while (heads.TryPeek(out var run, out var keyed))
            {
                ct.ThrowIfCancellationRequested();
                yield return keyed;
                if (run.MoveNext())
                {
                    heads.DequeueEnqueue(run, run.Current);
                }
                else
                {
                    heads.Dequeue();
                }
            }
        }
        finally
        {
            open.ForEach(run => run.Dispose());
        }
    }

    private void Spill(IEnumerable<Keyed> rows)
    {
        Directory.CreateDirectory(tempFolder);
        var path = Path.Combine(tempFolder, $"rows-{Guid.NewGuid():N}.tmp");
        this.runs.Add(path);
        Spilled++;
        using var writer = new BinaryWriter(new BufferedStream(File.Create(path), 1 << 16));
        foreach (var (group, row) in rows)
        {
            Write(writer, group, row);
        }
    }

    private static void Write(BinaryWriter writer, string group, Row row)
    {
        writer.Write(group);
        writer.Write(row.Line);
        writer.Write(row.Filled);
        writer.Write(row.Fault is not null);
        if (row.Fault is { } fault)
        {
            writer.Write(fault.Zh);
            writer.Write(fault.En);
        }

        writer.Write(row.Cells.Length);
        foreach (var cell in row.Cells)
        {
            writer.Write(cell);
        }
    }

    private static IEnumerable<Keyed> ReadRun(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var group = reader.ReadString();
            var (line, filled) = (reader.ReadInt64(), reader.ReadInt32());
            Words? fault = reader.ReadBoolean() ? new Words(reader.ReadString(), reader.ReadString()) : null;
            var cells = new string[reader.ReadInt32()];
            for (var n = 0; n < cells.Length; n++)
            {
                cells[n] = reader.ReadString();
            }

            yield return new Keyed(group, new Row(line, cells) { Filled = filled, Fault = fault });
        }
    }
}
