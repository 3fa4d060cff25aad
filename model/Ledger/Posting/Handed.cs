namespace Analytics.Ledger.Posting;

/// <summary>What a caller handed in, with all that can be said of it without the book. Found on the caller's own
/// thread: the one that posts is what all wait for.</summary>
/// <param name="Submission">As it was handed in.</param>
/// <param name="Refusal">Why it is refused whatever the book says; null where nothing is wrong with it by itself.
/// </param>
/// <param name="Digest">A document's content; empty for what is refused, and for any other submission.</param>
internal sealed record Handed(Submission Submission, Refusal? Refusal, string Digest)
{
    // Fewer are done before another thread has begun.
    private const int FewestInParallel = 64;

    /// <summary>In their order; a large batch by several threads.</summary>
    public static IReadOnlyList<Handed> Of(IReadOnlyList<Submission> batch) => batch.Count < FewestInParallel
        ? [.. batch.Select(Of)]
        : [.. batch.AsParallel().AsOrdered().Select(Of)];

    public static Handed Of(Submission submission)
    {
        try
        {
            return (Missing.In(submission) ?? (submission is Document one ? DocumentHead.Invalid(one) : null))
                is { } refusal
                ? new(submission, refusal, "")
                : new(submission, null, submission is Document document ? ContentDigest.Of(document) : "");
        }
        catch (OverflowException)
        {
            return new(submission, new Refusal(RefusalReason.AmountTooLarge, 0, "Σ"), "");
        }
    }
}
