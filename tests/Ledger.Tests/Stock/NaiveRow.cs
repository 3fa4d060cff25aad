namespace Analytics.Ledger.Tests.Stock;

/// <summary>What one document moves of one item, batch and bin, as the naive book keeps it; above zero it comes into
/// the depot, zero revalues.</summary>
/// <param name="Number">Of the document.</param>
/// <param name="No">The movement's number in it.</param>
/// <param name="LineNo">The line it is of.</param>
/// <param name="Place">Where in the company.</param>
/// <param name="Qty">Signed.</param>
/// <param name="Counter">Where it came from or went to.</param>
/// <param name="Contra">The account against which its worth is booked.</param>
internal sealed record NaiveRow(
    string Number, int No, int LineNo, NaivePlace Place, decimal Qty, Location Counter, string Contra)
{
    /// <summary>What the document says it is worth; null leaves that to the pool.</summary>
    public decimal? Stated { get; init; }

    /// <summary>What it takes back, or revalues.</summary>
    public (string Number, int No)? Source { get; init; }

    /// <summary>The amount of a revaluation, or the fee of what is made.</summary>
    public decimal Own { get; init; }

    /// <summary>Of what is made: its part.</summary>
    public (decimal From, decimal To, decimal Of)? Share { get; init; }

    public (string Number, int No) Name => (Number, No);
}
