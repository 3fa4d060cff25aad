namespace Analytics.Reports.Running;

/// <summary>What a statement gave: the schema, and the rows of each branch by its number.</summary>
internal sealed record BranchRows(AnswerSchema Schema, IReadOnlyList<List<object?[]>> Rows);
