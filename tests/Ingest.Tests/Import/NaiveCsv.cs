using System.Text;

namespace Analytics.Ingest.Tests.Import;

/// <summary>A CSV reader of a few lines, sign by sign: slow, whole in memory, and independent of the product's.
/// </summary>
internal static class NaiveCsv
{
    public static List<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var sign in text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (sign == '"')
            {
                // A doubled quote closes and opens again; what is between them is the quote itself.
                if (!isQuoted && cell.Length > 0 && cell[^1] == '\u0001')
                {
                    cell[^1] = '"';
                    isQuoted = true;
                    continue;
                }

                isQuoted = !isQuoted;
                if (!isQuoted)
                {
                    cell.Append('\u0001');
                }
            }
            else if (isQuoted || sign is not (',' or '\n'))
            {
                cell.Append(sign);
            }
            else
            {
                cells.Add(cell.ToString().TrimEnd('\u0001'));
                cell.Clear();
                if (sign == '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
        }

        if (cells.Count > 0 || cell.Length > 0)
        {
            cells.Add(cell.ToString().TrimEnd('\u0001'));
            rows.Add([.. cells]);
        }

        return rows;
    }

    /// <summary>Rows as dictionaries by the head's names.</summary>
    public static List<Dictionary<string, string>> Records(string text)
    {
        var rows = Read(text);
        return [.. rows.Skip(1).Select(row =>
            rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
