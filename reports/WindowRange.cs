using Analytics.Star;

namespace Analytics.Reports;

/// <summary>A range of business dates the report stood on, both ends in. The first of an answer is the current
/// one.</summary>
/// <param name="Key"><c>current</c>, or the window's key, which also ends the names of its columns.</param>
public sealed record WindowRange(string Key, Label Label, DateOnly From, DateOnly To)
{
    /// <summary>截至 HH:mm, where the last day counts up to that minute of the business day only, so that a day in
    /// progress is compared with as much of a day; null where every day is whole.</summary>
    public Label? CutLabel { get; init; }

    public int Days => To.DayNumber - From.DayNumber + 1;
}
