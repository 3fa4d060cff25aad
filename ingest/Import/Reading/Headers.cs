namespace Analytics.Ingest.Import.Reading;

/// <summary>The rules of a head, the same for every format.</summary>
internal static class Headers
{
    /// <exception cref="SourceException">There is none, or a name comes twice.</exception>
    public static string[] Sound(IReadOnlyList<string> cells)
    {
        var names = cells.Select(cell => cell.Trim()).ToArray();
        while (names.Length > 0 && names[^1].Length == 0)
        {
            names = names[..^1];
        }

        if (names.Length == 0)
        {
            throw new SourceException(
                "表头行是空的；请核对映射的 source.header_row",
                "the head row is empty: check source.header_row in the mapping");
        }

        var twice = names
            .Where(name => name.Length > 0)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? names
            : throw new SourceException(
                $"表头中“{twice.Key}”出现了两次；请给其中一列改名",
                $"the head names '{twice.Key}' twice: rename one of the columns");
    }

    public static SourceException Missing(int headerRow) => new(
        $"文件没有第 {headerRow} 行，因此没有表头；请核对映射的 source.header_row",
        $"the file has no row {headerRow}, so it has no head: check source.header_row in the mapping");

    public static bool IsBlank(string[] cells) => Array.TrueForAll(cells, string.IsNullOrWhiteSpace);
}
