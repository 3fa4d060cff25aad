using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Reports.Export;

/// <summary>The references in a formula, rewritten: those to cells and ranges, as <c>B5</c>, <c>$B$5:D7</c> or
/// <c>Sheet!B5</c>; texts and names of functions are left alone.</summary>
internal static partial class SheetReferences
{
    /// <param name="formula">Without its sign of equality.</param>
    /// <param name="home">The sheet that a reference without one is to.</param>
    /// <param name="rewrite">Takes a reference and its sheet.</param>
    public static string Rewrite(string formula, string home, Func<SheetRange, string, SheetRange> rewrite)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (Match match in Token().Matches(formula))
        {
            text.Append(formula, at, match.Index - at);
            at = match.Index + match.Length;
            text.Append(match.Groups["cell"].Success ? Rewritten(match, home, rewrite) : match.Value);
        }

        return text.Append(formula, at, formula.Length - at).ToString();
    }

    private static string Rewritten(Match match, string home, Func<SheetRange, string, SheetRange> rewrite)
    {
        var prefix = match.Groups["sheet"].Value;
        var sheet = prefix.Length == 0 ? home : Unquoted(prefix[..^1]);
        var range = SheetRange.Parse(match.Groups["cell"].Value);
        return range is null ? match.Value : prefix + rewrite(range, sheet);
    }

    private static string Unquoted(string sheet) =>
        sheet.StartsWith('\'') ? sheet[1..^1].Replace("''", "'", StringComparison.Ordinal) : sheet;

    // A text in quotes; or a reference with the sheet before it. A word that goes on, or is called, is none.
    [GeneratedRegex(
        """
        "(?:[^"]|"")*"
        | (?<sheet> (?: '(?:[^']|'')+' | (?<![\w.$]) [\w.]+ ) ! )?
          (?<![\w.$:]) (?<cell> \$?[A-Z]{1,3}\$?[0-9]{1,7} (?: : \$?[A-Z]{1,3}\$?[0-9]{1,7} )? ) (?![\w.(!:])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
