namespace Analytics.Reports;

/// <summary>Every report there is: those shipped with the program and those a company keeps in folders of its own.</summary>
public sealed class Catalog
{
    private Catalog(IReadOnlyList<ReportDefinition> reports, IReadOnlyList<string> errors)
    {
        Reports = reports;
        Errors = errors;
    }

    /// <summary>By id, without those that have errors.</summary>
    public IReadOnlyList<ReportDefinition> Reports { get; }

    /// <summary>Every fault of every file, as <c>path:line: message</c>.</summary>
    public IReadOnlyList<string> Errors { get; }

    public static Catalog Load(IEnumerable<string>? companyFolders) =>
        throw new NotSupportedException(string.Concat(companyFolders));

    public ReportDefinition? Find(string id) => Reports.FirstOrDefault(report => report.Id == id);
}
