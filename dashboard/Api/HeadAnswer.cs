namespace Analytics.Dashboard.Api;

/// <summary>The end of the chain. Kept elsewhere, it proves the book up to there.</summary>
internal sealed record HeadAnswer(long Seq, string Hash, DateTimeOffset RecordedAt);
