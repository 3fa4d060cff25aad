namespace Analytics.Dashboard.Api.Problems;

/// <summary>Problem details (RFC 9457) as this API gives them, in the language that was asked for.</summary>
internal sealed record Problem(string Type, string Title, int Status, string Detail)
{
    /// <summary>The Ledger's reason; null where it is none of its refusals.</summary>
    public string? Reason { get; init; }

    /// <summary>The document's line concerned; null where it is the whole.</summary>
    public int? Line { get; init; }

    /// <summary>Everything that is wrong with a body, each with its place.</summary>
    public IReadOnlyList<ProblemPlace>? Errors { get; init; }
}
