namespace Analytics.Ledger.Verify;

/// <summary>Counts what is found and keeps the first hundred.</summary>
internal sealed class Findings
{
    private const int MostKept = 100;

    private readonly List<Finding> kept = [];

    public long Count { get; private set; }

    public IReadOnlyList<Finding> Kept => kept;

    public void Add(string check, long seq, string what)
    {
        Count++;
        if (kept.Count < MostKept)
        {
            kept.Add(new Finding(check, seq, what));
        }
    }

    public void Expect<T>(T actual, T expected, string check, long seq, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
        {
            Add(check, seq, $"{what}: {actual}, should be {expected}");
        }
    }
}
