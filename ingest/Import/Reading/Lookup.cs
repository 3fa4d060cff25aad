using System.Globalization;
using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Import.Reading;

/// <summary>A related file in memory: the columns that formulas use, by its key.</summary>
internal sealed class Lookup
{
    private const int MaxRows = 1_000_000;
    private const long MaxChars = 64L << 20;

    private readonly Dictionary<string, string[]> rows = new(StringComparer.Ordinal);
    private readonly JoinSpec join;

    private Lookup(JoinSpec join) => this.join = join;

    /// <param name="join">What to read.</param>
    /// <param name="used">The columns to keep, in this order.</param>
    /// <param name="open">Opens a file.</param>
    public static Lookup Read(JoinSpec join, IReadOnlyList<int> used, Func<JoinSpec, IRowReader> open)
    {
        var lookup = new Lookup(join);
        using var rows = open(join);
        var key = Array.FindIndex(rows.Header, name => name.Equals(join.Key, StringComparison.OrdinalIgnoreCase));
        long chars = 0;
        while (Next(rows, join) is { } row)
        {
            if (row.Fault is { } fault)
            {
                throw new SourceException(fault.At($"{join.File}:{row.Line.ToString(CultureInfo.InvariantCulture)}"));
            }

            var kept = used.Select(column => row.Cells[column]).ToArray();
            chars += kept.Sum(cell => cell.Length) + row.Cells[key].Length;
            if (lookup.rows.Count >= MaxRows || chars > MaxChars)
            {
                throw new SourceException(
                    $"{join.File} 太大：关联文件须放进内存，最多 {MaxRows} 行、{MaxChars} 字；请先在来源中合并",
                    $"{join.File} is too large: a related file is held in memory, at most {MaxRows} rows and"
                    + $" {MaxChars} "
                    + "characters: join it in the source first");
            }

            if (!lookup.rows.TryAdd(row.Cells[key].Trim(), kept))
            {
                throw new SourceException(
                    $"{join.File} 第 {row.Line} 行：{join.Key}“{row.Cells[key]}”出现了两次；关联列须唯一",
                    $"{join.File}:{row.Line}: {join.Key} '{row.Cells[key]}' comes twice: the key of a join must"
                    + " be unique");
            }
        }

        return lookup;
    }

    private static Row? Next(IRowReader rows, JoinSpec join)
    {
        try
        {
            return rows.Read();
        }
        catch (SourceException damage)
        {
            throw new SourceException(damage.Words.At(join.File));
        }
    }

    /// <summary>The row of that key; null where an optional join has none; a fault where a needed one has
    /// none.</summary>
    public string[]? Find(string key, out Words? fault)
    {
        fault = null;
        if (this.rows.TryGetValue(key.Trim(), out var row))
        {
            return row;
        }

        if (!this.join.Optional)
        {
            fault = new(
                $"{this.join.File} 中没有 {this.join.Key} 为“{key}”的行",
                $"{this.join.File} has no row whose {this.join.Key} is '{key}'");
        }

        return null;
    }
}
