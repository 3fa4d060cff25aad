namespace Analytics.Dashboard.Api;

/// <summary>What became of a batch, in its order.</summary>
internal sealed record BatchAnswer(IReadOnlyList<SubmissionAnswer> Results);
