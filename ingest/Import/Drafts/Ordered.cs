using Analytics.Ingest.Import.Reading;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>The rows of a source, looked through once, then handed out in the order documents need.</summary>
internal sealed class Ordered(IPlan plan, string path, string temp) : IDisposable
{
    private RowSorter? sorter;
    private IEnumerator<Row>? sorted;
    private IRowReader? reader;

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Reads the file to its end: sorts it where the plan says so, else finds the documents that come back.
    /// </summary>
    public Adjacency.Found Look(Action<long> report, CancellationToken ct)
    {
        using var rows = plan.Open(path, temp, ct);
        Header = rows.Header;
        if (!plan.Sort)
        {
            return Adjacency.Look(rows, plan, temp, report, ct);
        }

        sorter = new RowSorter(temp);
        long count = 0;
        while (rows.Read() is { } row)
        {
            if (++count % 4096 == 0)
            {
                ct.ThrowIfCancellationRequested();
                report(count);
            }

            plan.Join(row);
            sorter.Add(plan.GroupOf(row) ?? "", row);
        }

        sorted = sorter.Sorted(ct).GetEnumerator();
        return new Adjacency.Found(new HashSet<ulong>(), count);
    }

    public Row? Next(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (sorted is not null)
        {
            return sorted.MoveNext() ? sorted.Current : null;
        }

        reader ??= plan.Open(path, temp, ct);
        return reader.Read();
    }

    public void Dispose()
    {
        sorted?.Dispose();
        sorter?.Dispose();
        reader?.Dispose();
    }
}
