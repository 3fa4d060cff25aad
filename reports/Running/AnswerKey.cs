using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Reports.Arguments;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>What an answer depends on: two runs of one key give the same answer.</summary>
/// <param name="Generation">Which one it is of, so that an answer can be dropped with it.</param>
/// <param name="Digest">Over all the rest. A text counts and not its file's time; a date counts and not its name.
/// </param>
internal readonly record struct AnswerKey(string Generation, string Digest)
{
    /// <summary>The key of a run over a generation within a scope.</summary>
    public static AnswerKey Of(Manifest manifest, AnswerQuestion question, Scope scope)
    {
        var parts = new StringBuilder();
        Add(parts, manifest.Generation);
        Add(parts, manifest.BuiltAt);
        Add(parts, scope.Key);
        Add(parts, question.UseRollups);
        Add(parts, question.Culture.Name);
        Add(parts, question.Clock.Today);
        Add(parts, question.Clock.CompleteMinute);
        Add(parts, question.Clock.Zone.Id);
        Add(parts, question.Report);
        Add(parts, question.Arguments);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString()));
        return new(manifest.Generation, Convert.ToHexStringLower(digest));
    }

    private static void Add(StringBuilder parts, ReportDefinition report)
    {
        Add(parts, report.Id);
        Add(parts, report.Title.Zh);
        Add(parts, report.Title.En);
        Add(parts, report.Sql);
        Add(parts, report.Chart);
        Add(parts, report.Share);
        Add(parts, report.Grain);
        Add(parts, report.Parameters.Count);
        foreach (var parameter in report.Parameters)
        {
            Add(parts, parameter.Name);
            Add(parts, parameter.Type);
            Add(parts, parameter.IsList);
        }
    }

    private static void Add(StringBuilder parts, ReportArguments arguments)
    {
        Add(parts, arguments.Values.Count);
        foreach (var (name, value) in arguments.Values)
        {
            Add(parts, name);
            Add(parts, value);
        }

        // Ranges by name: the same dates in progress are cut, as given they are whole.
        Add(parts, arguments.Period?.Unit);
        Add(parts, arguments.Period?.Range.From);
        Add(parts, arguments.Period?.Range.To);
        Add(parts, arguments.Period?.IsInProgress);
        Add(parts, arguments.Grain);
        Add(parts, arguments.Windows.Count);
        foreach (var window in arguments.Windows)
        {
            Add(parts, window.Key);
            Add(parts, window.Rule);
            Add(parts, window.Given.From);
            Add(parts, window.Given.To);
        }

        Add(parts, arguments.Dimensions.Count);
        foreach (var (name, dimension) in arguments.Dimensions)
        {
            Add(parts, name);
            Add(parts, dimension);
        }
    }

    /// <summary>Kind, length and text, so that no two lists of values write the same.</summary>
    private static void Add(StringBuilder parts, object? value)
    {
        if (value is not string && value is System.Collections.IEnumerable list)
        {
            var values = list.Cast<object?>().ToList();
            parts.Append("list ").Append(values.Count).Append(';');
            values.ForEach(one => Add(parts, one));
            return;
        }

        var text = value switch
        {
            null => "",
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        parts.Append(value?.GetType().Name).Append(' ').Append(text.Length).Append(':').Append(text).Append(';');
    }
}
