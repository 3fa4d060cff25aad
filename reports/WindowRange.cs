using Analytics.Star;

namespace Analytics.Reports;

/// <summary>A range of business dates the report stood on, both ends in. The first of an answer is the current
/// one.</summary>
/// <param name="Key"><c>current</c>, or the window's key, which also ends the names of its columns.</param>
public sealed record WindowRange(string Key, Label Label, DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}
