using Analytics.Reports.Definition;
using Analytics.Star;

namespace Analytics.Reports;

/// <summary>The catalog as its files were at one time.</summary>
internal sealed class CatalogState
{
    private readonly Dictionary<string, ReportDefinition> byId;
    private readonly ILookup<string, string> errorsById;

    private CatalogState(
        string stamp, IReadOnlyCollection<ReportDefinition> reports, IReadOnlyList<(string Id, string Error)> errors)
    {
        Stamp = stamp;
        Reports = [.. reports];
        Errors = [.. errors.Select(error => error.Error)];
        byId = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        errorsById = errors.ToLookup(error => error.Id, error => error.Error, StringComparer.Ordinal);
    }

    /// <summary>Names, times and lengths of the company's files.</summary>
    public string Stamp { get; }

    public IReadOnlyList<ReportDefinition> Reports { get; }

    public IReadOnlyList<string> Errors { get; }

    public ReportDefinition? Find(string id) => byId.GetValueOrDefault(id);

    public IReadOnlyList<string> ErrorsOf(string id) => [.. errorsById[id]];

    public static CatalogState Read(
        string stamp, IEnumerable<(string Path, string Id, string? Text)> files, Glossary glossary)
    {
        var reports = new SortedDictionary<string, ReportDefinition>(StringComparer.Ordinal);
        var errors = new List<(string Id, string Error)>();
        foreach (var (path, id, text) in files)
        {
            if (text is null)
            {
                errors.Add((id, $"{path}:1: the file cannot be read; see that it is there and may be read"));
                continue;
            }
            var (definition, faults) = DefinitionParser.Parse(id, text, glossary);
            errors.AddRange(faults.Select(fault => (id, $"{path}:{fault.Line}: {fault.Message}")));
            if (definition is not null && !reports.TryAdd(id, definition))
            {
                errors.Add((id, $"{path}:1: a report '{id}' is there already; give this file another name"));
            }
        }
        return new(stamp, reports.Values, errors);
    }
}
