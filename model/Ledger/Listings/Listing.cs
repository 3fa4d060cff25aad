namespace Analytics.Ledger.Listings;

/// <summary>A question that the book answers with a table, for those outside it: over HTTP, on the command line.
/// </summary>
/// <remarks>Title and columns stand in <c>listings.csv</c>, once for all who show them.</remarks>
public sealed class Listing
{
    private static readonly ILookup<string, string[]> Texts =
        PipedRows.Of("listings.csv").ToLookup(row => row[0], StringComparer.Ordinal);

    internal Listing(
        string name, Func<ListingQuestion, CancellationToken, IAsyncEnumerable<object?[]>> rows,
        params IReadOnlyList<ListingParameter> parameters)
    {
        (Name, Rows, Parameters) = (name, rows, parameters);
        var title = Texts[name].First();
        (Chinese, English) = (title[3], title[4]);
        Columns =
        [
            .. Texts[name].Skip(1).Select(row =>
                new ListingColumn(row[1], Enum.Parse<ListingType>(row[2], ignoreCase: true), row[3], row[4])),
        ];
    }

    public string Name { get; }

    public string Chinese { get; }

    public string English { get; }

    public IReadOnlyList<ListingColumn> Columns { get; }

    public IReadOnlyList<ListingParameter> Parameters { get; }

    internal Func<ListingQuestion, CancellationToken, IAsyncEnumerable<object?[]>> Rows { get; }
}
