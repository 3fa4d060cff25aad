using Analytics.Dashboard.Api.Problems;

namespace Analytics.Dashboard.Api;

/// <summary>What became of one submission.</summary>
/// <param name="Outcome"><c>posted</c>, <c>held</c>, <c>already_there</c> or <c>refused</c>.</param>
internal sealed record SubmissionAnswer(string Outcome)
{
    /// <summary>The entry that says so; null where it was refused.</summary>
    public long? Seq { get; init; }

    /// <summary>The document's key; null for a master and what could not be read.</summary>
    public string? Key { get; init; }

    /// <summary>Where the document is to be read.</summary>
    public string? Url { get; init; }

    /// <summary>Where a held document stands: <c>draft</c>, <c>awaiting</c> or <c>terminated</c>.</summary>
    public string? DocumentStatus { get; init; }

    /// <summary>Why it was refused.</summary>
    public Problem? Problem { get; init; }
}
