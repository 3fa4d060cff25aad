namespace Analytics.Host.Bench;

/// <summary>One answer, by the stopwatch's ticks.</summary>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="EndedAt">When it was there.</param>
/// <param name="Generation">It was read from.</param>
internal readonly record struct ReaderAnswer(long StartedAt, long EndedAt, string Generation);
