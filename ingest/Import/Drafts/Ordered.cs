using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Reading;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>The rows of a source, looked through once, then handed out in the order documents need.</summary>
internal sealed class Ordered(MappingFile file, Plan plan, string path, string temp) : IDisposable
{
    private RowSorter? _sorter;
    private IEnumerator<Row>? _sorted;
    private IRowReader? _reader;

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Reads the file to its end: sorts it where the mapping says so, else finds the documents that come back.
    /// </summary>
    public Adjacency.Found Look(Action<long> report, CancellationToken ct)
    {
        using var rows = SourceFile.Open(path, file.Source, temp, ct);
        Header = rows.Header;
        if (!file.Sort)
        {
            return Adjacency.Look(rows, plan, temp, report, ct);
        }

        _sorter = new RowSorter(temp);
        long count = 0;
        while (rows.Read() is { } row)
        {
            if (++count % 4096 == 0)
            {
                ct.ThrowIfCancellationRequested();
                report(count);
            }

            plan.Join(row);
            _sorter.Add(plan.GroupOf(row) ?? "", row);
        }

        _sorted = _sorter.Sorted(ct).GetEnumerator();
        return new Adjacency.Found(new HashSet<ulong>(), count);
    }

    public Row? Next(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (_sorted is not null)
        {
            return _sorted.MoveNext() ? _sorted.Current : null;
        }

        _reader ??= SourceFile.Open(path, file.Source, temp, ct);
        return _reader.Read();
    }

    public void Dispose()
    {
        _sorted?.Dispose();
        _sorter?.Dispose();
        _reader?.Dispose();
    }
}
