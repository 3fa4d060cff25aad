namespace Analytics.Ledger.Reading;

/// <summary>The level that a member comes to, and the one before; empty where none.</summary>
public sealed record LevelView(string MemberLevelCode, string Before);
