namespace Analytics.Ingest;

/// <summary>An invariant of the data that does not hold.</summary>
/// <param name="Audit">Stem of the file in audits/.</param>
/// <param name="MustNotBe">Its opening comment: what must not be.</param>
/// <param name="Rows">The first bad rows, each as <c>column=value, …</c>.</param>
public sealed record AuditFinding(string Audit, string MustNotBe, IReadOnlyList<string> Rows)
{
    public override string ToString() => $"{Audit}: {MustNotBe} {string.Join("; ", Rows)}";
}
