namespace Analytics.Ledger;

/// <summary>The rows of a data file of the assembly whose cells are separated by |, without its head.</summary>
internal static class PipedRows
{
    public static IReadOnlyList<string[]> Of(string file)
    {
        using var stream = typeof(PipedRows).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => row.Split('|'))];
    }
}
