namespace Analytics.Reports.Export;

/// <summary>The workbooks that a company keeps for its reports: <c>&lt;report id&gt;.xlsx</c> below one folder.
/// </summary>
public static class TemplateFolder
{
    /// <summary>The workbook of a report; null where there is none.</summary>
    /// <param name="folder">Need not exist; empty has none.</param>
    /// <param name="report">Id in the catalog; null for what is no report.</param>
    public static string? Find(string folder, string? report)
    {
        if (string.IsNullOrEmpty(folder) || report is null)
        {
            return null;
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, report + ".xlsx"));
        return path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }
}
