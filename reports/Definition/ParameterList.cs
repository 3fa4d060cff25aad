using System.Text.RegularExpressions;

namespace Analytics.Reports.Definition;

/// <summary>Reads <c>params:</c>, declarations separated by commas or line ends:
/// <c>name type [= default] [optional] [in a|b]</c>, where type may be <c>list of type</c>.</summary>
internal static partial class ParameterList
{
    public const string TypeNames = "date, int, decimal, text, bool, dimension, window, list of …";

    /// <summary>Names the composer binds itself.</summary>
    public const string ReservedPrefix = "scope_";

    public static IReadOnlyList<(ReportParameter Parameter, int Line)> Read(
        IReadOnlyList<HeaderLine> lines, List<HeaderFault> faults)
    {
        var parameters = new List<(ReportParameter Parameter, int Line)>();
        foreach (var piece in Pieces(lines))
        {
            if (Parse(piece.Text) is not { } parameter)
            {
                faults.Add(new(piece.Line, $"'{piece.Text}' declares no parameter: write "
                    + $"'name type [= default] [optional] [in a|b]', with type one of {TypeNames}"));
                continue;
            }
            if (parameters.Any(other => other.Parameter.Name == parameter.Name))
            {
                faults.Add(new(piece.Line, $"parameter '{parameter.Name}' is declared twice; keep one"));
            }
            if (parameter.Name.StartsWith(ReservedPrefix, StringComparison.Ordinal))
            {
                faults.Add(new(piece.Line, $"parameter names beginning with '{ReservedPrefix}' are taken; rename it"));
            }
            parameters.Add((parameter, piece.Line));
        }
        return parameters;
    }

    /// <summary>A comma parts declarations unless what follows is no declaration: then it belongs to a
    /// default.</summary>
    private static List<HeaderLine> Pieces(IReadOnlyList<HeaderLine> lines)
    {
        var pieces = new List<HeaderLine>();
        foreach (var line in lines)
        {
            foreach (var part in line.Text.Split(',', StringSplitOptions.TrimEntries))
            {
                var goesOn = pieces.Count > 0 && !Start().IsMatch(part) && pieces[^1].Text.Contains('=')
                    && pieces[^1].Line == line.Line;
                if (goesOn)
                {
                    pieces[^1] = pieces[^1] with { Text = $"{pieces[^1].Text}, {part}" };
                }
                else if (part.Length > 0)
                {
                    pieces.Add(new(part, line.Line));
                }
            }
        }
        return pieces;
    }

    private static ReportParameter? Parse(string text)
    {
        var match = Declaration().Match(text);
        if (!match.Success || !Enum.TryParse<ParameterType>(match.Groups["type"].Value, ignoreCase: true, out var type))
        {
            return null;
        }
        var preset = match.Groups["default"];
        return new(match.Groups["name"].Value, type)
        {
            IsList = match.Groups["list"].Success,
            Default = preset.Success ? preset.Value.Trim() : null,
            IsOptional = match.Groups["optional"].Success,
            Choices = match.Groups["choices"].Success ? match.Groups["choices"].Value.Trim().Split('|') : [],
        };
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\s+(list of|date|int|decimal|text|bool|dimension|window)\b")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9_]*)\s+(?<list>list of\s+)?(?<type>[a-z]+)"
        + @"(\s*=\s*(?<default>.+?))?(?<optional>\s+optional)?(\s+in\s+(?<choices>[a-z0-9_]+(\|[a-z0-9_]+)*))?$")]
    private static partial Regex Declaration();
}
