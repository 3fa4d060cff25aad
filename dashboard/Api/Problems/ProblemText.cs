namespace Analytics.Dashboard.Api.Problems;

/// <summary>A kind of problem as its page shows it.</summary>
public sealed record ProblemText(string Name, int Status, string Title, string Line);
