namespace Analytics.Workspace;

/// <summary>A question to be saved.</summary>
/// <param name="Name">As an account's.</param>
/// <param name="Content">What is asked.</param>
/// <param name="SharedWith">Null leaves it as it is, or with nobody.</param>
public sealed record ConfigDraft(string Name, string Content, IReadOnlyList<string>? SharedWith);
