namespace Analytics.Ingest;

/// <summary>An invariant of the data that does not hold.</summary>
/// <param name="Audit">Stem of the file in audits/.</param>
/// <param name="MustNotBe">Its opening comment: what must not be.</param>
/// <param name="Rows">The first bad rows, each as <c>column=value, …</c>.</param>
public sealed record AuditFinding(string Audit, string MustNotBe, IReadOnlyList<string> Rows)
{
    /// <summary>More bad rows than these are not counted.</summary>
    public const int MostCounted = 1000;

    /// <summary>Bad rows there are, as far as they were counted.</summary>
    public int Count { get; init; } = Rows.Count;

    public override string ToString() => $"{Audit}: {MustNotBe} {string.Join("; ", Rows)}";
}
