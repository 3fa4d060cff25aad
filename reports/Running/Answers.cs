namespace Analytics.Reports.Running;

/// <summary>The rows of one window: what its branch over members and the branch over the whole gave.</summary>
internal sealed record Answers(string Key, Analytics.Star.Label Label, IReadOnlyList<object?[]> Rows, object?[]? Total);
