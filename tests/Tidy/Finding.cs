namespace Analytics.Tidy;

/// <summary>One place where a rule does not hold: where, what, and what to do.</summary>
internal sealed record Finding(string Path, int Line, string What, string ToDo)
{
    public override string ToString() => FormattableString.Invariant($"{Path}:{Line}: {What}; {ToDo}");
}
