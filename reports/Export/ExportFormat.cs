namespace Analytics.Reports.Export;

public enum ExportFormat
{
    /// <summary>Text for a terminal.</summary>
    Table,
    Json,
    Csv,
    Xlsx,
}
