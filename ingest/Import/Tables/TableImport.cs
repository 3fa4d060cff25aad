using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Posting;
using Analytics.Ingest.Import.Reading;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import.Tables;

/// <summary>Imports a file into a kept table: each row is accepted or refused by itself, and what changes something is
/// a version in the book, with who handed it in and when.</summary>
/// <remarks>A row that is not in the file stays as it is. The file is looked through to its end before anything is
/// handed in.</remarks>
/// <param name="table">Which.</param>
/// <param name="post">Hands a batch to the book; null for a dry run.</param>
/// <param name="day">When a business day begins.</param>
/// <param name="clock">Names the reject file.</param>
public sealed class TableImport(
    KeptTable table,
    Func<IReadOnlyList<Submission>, CancellationToken, Task<IReadOnlyList<PostResult>>>? post,
    BusinessDay day,
    TimeProvider clock)
{
    /// <summary>The keys of a file's rows are held, so that none stands there twice.</summary>
    public const int MostRows = 500_000;

    private static readonly Words Twice = new(
        "此行在文件中重复；请只留一行", "this row is in the file twice: keep one of them");

    /// <param name="path">CSV or XLSX, its columns headed as in the template, in any order.</param>
    /// <param name="actor">Who hands it in.</param>
    /// <param name="folders">Where refused rows and what does not fit in memory go.</param>
    /// <param name="ct">Stops between batches; what was posted stays posted.</param>
    public async Task<TableOutcome> RunAsync(
        string path, string actor, (string Rejects, string Temp) folders, CancellationToken ct)
    {
        using var scratch = new ScratchFolder(folders.Temp);
        try
        {
            var source = SourceSpec.Of(path);
            await Task.Run(() => Look(path, source, scratch.FullPath, ct), ct);
            using var rows = SourceFile.Open(path, source, scratch.FullPath, ct);
            using var rejects = new RejectFile(
                folders.Rejects, path, Run.Stamp(clock.GetUtcNow(), day.Zone), source, rows.Header);
            return new TableOutcome.Finished(await GoAsync(rows, rejects, actor, ct));
        }
        catch (SourceException refused)
        {
            return new TableOutcome.Refused(refused.Words.At(Path.GetFileName(path)));
        }
    }

    /// <summary>Whether the file is of this table, whole and not too long.</summary>
    private void Look(string path, SourceSpec source, string temp, CancellationToken ct)
    {
        using var rows = SourceFile.Open(path, source, temp, ct);
        Places(rows.Header);
        for (var count = 1; rows.Read() is not null; count++)
        {
            ct.ThrowIfCancellationRequested();
            if (count > MostRows)
            {
                throw new SourceException(
                    $"文件超过 {MostRows} 行；请拆分后分别导入", $"the file has more than {MostRows} rows: split it");
            }
        }
    }

    private async Task<TableResult> GoAsync(IRowReader rows, RejectFile rejects, string actor, CancellationToken ct)
    {
        var places = Places(rows.Header);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var batch = new TableBatch(post, rejects);
        while (rows.Read() is { } row)
        {
            if (row.Cells.First(cell => cell.Length > 0).StartsWith(TableFile.Remark, StringComparison.Ordinal))
            {
                continue;
            }

            if (FaultOf(row, places, seen, out var given) is { } fault)
            {
                await batch.RefuseAsync(row, fault, ct);
            }
            else
            {
                await batch.AddAsync(row, table.Make(given, actor), ct);
            }
        }

        return await batch.FinishAsync(ct);
    }

    /// <summary>All that is wrong with a row, in one sentence; null where nothing is.</summary>
    private Words? FaultOf(Row row, int[] places, HashSet<string> seen, out Given given)
    {
        given = new Given();
        if (row.Fault is { } broken)
        {
            return broken;
        }

        var faults = new List<Words>();
        for (var at = 0; at < places.Length; at++)
        {
            var (column, text) = (table.Columns[at], places[at] < 0 ? "" : row.Cells[places[at]].Trim());
            if (text.Length == 0)
            {
                if (column.IsNeeded)
                {
                    faults.Add(new Words($"“{column.Name.Zh}”没有填", $"{column.Name.En} is empty"));
                }
            }
            else if (column.Read(text, day, out var fault) is { } value)
            {
                given.Values[column.Member] = value;
            }
            else
            {
                faults.Add(fault);
            }
        }

        var values = given.Values;
        var key = string.Join(
            '\u001f',
            table.Columns.Where(column => column.IsKey).Select(column => values.GetValueOrDefault(column.Member)));
        return faults.Count > 0 ? Words.Join(faults) : seen.Add(key) ? null : Twice;
    }

    /// <summary>Where each column of the table stands in the file; −1 where it does not.</summary>
    /// <exception cref="SourceException">One that is needed is missing, or one is none of the table's.</exception>
    private int[] Places(IReadOnlyList<string> header)
    {
        var own = RejectFile.OwnColumns(header);
        var heads = header.Select((head, at) => (Head: head, At: at)).Skip(own)
            .Where(one => one.Head.Length > 0).ToList();
        var places = table.Columns.Select(column =>
            heads.Find(one => column.IsCalled(one.Head)) is { Head: not null } found ? found.At : -1).ToArray();
        var unknown = heads.Where(one => !table.Columns.Any(column => column.IsCalled(one.Head))).ToList();
        var missing = table.Columns
            .Where((column, at) => places[at] < 0 && (column.IsKey || column.IsNeeded)).ToList();
        return unknown.Count == 0 && missing.Count == 0
            ? places
            : throw new SourceException(
                $"这不是“{table.Title.Zh}”的模板：{Listed("缺少列", missing.Select(column => column.Name.Zh))}"
                + Listed("多出列", unknown.Select(one => one.Head))
                + $"请用 analytics table template {table.Name} 写出模板",
                $"this is not the template of {table.Name}: "
                + Listed("missing", missing.Select(column => column.Name.En))
                + Listed("unknown", unknown.Select(one => one.Head))
                + $"write it by analytics table template {table.Name}");
    }

    private static string Listed(string what, IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } list ? $"{what} {list}; " : "";
}
