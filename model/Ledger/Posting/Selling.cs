namespace Analytics.Ledger.Posting;

/// <summary>The kinds that take from one another what quotations, contracts and orders have left.</summary>
internal static class Selling
{
    public static readonly IReadOnlyList<DocumentKind> Kinds =
    [
        DocumentKind.SalesContract, DocumentKind.SalesOrder, DocumentKind.Sale, DocumentKind.DeliveryNote,
        DocumentKind.ContractChange,
    ];

    private static readonly HashSet<string> Names =
        Kinds.Select(DocumentKinds.Name).ToHashSet(StringComparer.Ordinal);

    public static bool Has(string kind) => Names.Contains(kind);

    /// <summary>What a line has left for all of them, ×10⁴, once a draft is posted.</summary>
    public static long Left(State state, Draft draft, Tables.DocumentLineRow line)
    {
        var followed = state.Followed(line.Seq, line.LineNo);
        return Math.Abs(line.Qty) - Names.Sum(name =>
            draft.Followed.TryGetValue((line.Seq, line.LineNo, name), out var after)
                ? after
                : followed.GetValueOrDefault(name));
    }
}
