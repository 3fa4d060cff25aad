using Analytics.Reports.Compare;

namespace Analytics.Reports.Relations;

/// <summary>One run of a text within a statement: on a plan, over a range and the buckets of it.</summary>
/// <param name="Cuts">The days that count in part; empty where every day is whole. Only on a plan whose footing is cut.
/// </param>
internal sealed record Branch(
    ViewPlan Plan, DateRange Range, IReadOnlyList<Bucket> Buckets, IReadOnlyList<DayCut> Cuts);
