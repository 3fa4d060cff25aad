namespace Analytics.Star;

/// <summary>An embedded .sql file: its stem and its text.</summary>
public sealed record SqlFile(string Name, string Text);
