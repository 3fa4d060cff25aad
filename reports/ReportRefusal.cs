using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports;

/// <summary>Why a request was not run: one line that says what, where and what to do.</summary>
/// <param name="Where">The parameter concerned, or <c>report</c>, <c>generation</c>, <c>scope</c>.</param>
public sealed record ReportRefusal(string Where, Label Message)
{
    public string Where { get; } = OneLine(Where);

    public Label Message { get; } = new(OneLine(Message.Zh), OneLine(Message.En));

    /// <summary>What was given is repeated in the line, and may hold breaks and marks that turn text around.</summary>
    private static string OneLine(string text) => text.Any(Breaks)
        ? string.Concat(text.Select(letter => Breaks(letter) ? ' ' : letter))
        : text;

    private static bool Breaks(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
