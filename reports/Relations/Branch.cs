using Analytics.Reports.Compare;

namespace Analytics.Reports.Relations;

/// <summary>One run of a text within a statement: on a plan, over a range and the buckets of it.</summary>
internal sealed record Branch(ViewPlan Plan, DateRange Range, IReadOnlyList<Bucket> Buckets);
