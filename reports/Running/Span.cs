using Analytics.Reports.Compare;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>A window of the run.</summary>
internal sealed record Span(string Key, Label Label, DateRange Range, IReadOnlyList<Bucket> Buckets)
{
    /// <summary>The day of the whole range that counts in part.</summary>
    public DayCut? Cut { get; init; }

    /// <summary>The same of the last current bucket's range, which a shorter base month may not have.</summary>
    public DayCut? LastBucketCut { get; init; }

    /// <summary>The window that the text itself compares with; null where answers are put beside each other.
    /// </summary>
    public Span? Given { get; init; }

    /// <summary>This, and what it is compared with by the text.</summary>
    public IReadOnlyList<Span> Sides => Given is null ? [this] : [this, Given];

    public Bucket Whole => new(Range.From, Range);

    public IReadOnlyList<Bucket> AllBuckets => Given is null
        ? Buckets
        : [.. Buckets, .. Given.Buckets.Select(bucket => bucket with { IsBase = true })];

    /// <summary>The whole range, of each side its own.</summary>
    public IReadOnlyList<Bucket> Wholes =>
        Given is null ? [Whole] : [Whole, new(Range.From, Given.Range) { IsBase = true }];

    public IReadOnlyList<DayCut> Cuts(bool ofLastBucket) =>
    [
        .. Sides.Select(span => ofLastBucket ? span.LastBucketCut : span.Cut).OfType<DayCut>(),
    ];
}
