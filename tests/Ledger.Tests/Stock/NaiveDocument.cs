namespace Analytics.Ledger.Tests.Stock;

/// <summary>A posted document, or a reversal dated later, in the naive book.</summary>
/// <param name="Document">As it was handed in; of a reversal the original with its number and moment.</param>
/// <param name="Rows">What it moves.</param>
/// <param name="Money">What it books beside what goods are worth, debits above zero.</param>
internal sealed record NaiveDocument(
    Document Document, IReadOnlyList<NaiveRow> Rows, IReadOnlyList<(string Account, decimal Amount)> Money)
{
    public bool IsReversal { get; init; }

    /// <summary>It was taken back; at its own moment it is then out of the book.</summary>
    public bool IsReversed { get; set; }

    public bool IsGone { get; set; }
}
