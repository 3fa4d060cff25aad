namespace Analytics.Reports.Export;

public enum ExportFormat
{
    /// <summary>Text for a terminal.</summary>
    Table,
    Json,
    Csv,
    Xlsx,

    /// <summary>One page that needs nothing beside it.</summary>
    Html,

    /// <summary>Pages to be printed and signed.</summary>
    Pdf,

    /// <summary>The chart alone.</summary>
    Png,

    /// <summary>The chart alone.</summary>
    Svg,
    Parquet,

    /// <summary>Arrow IPC file.</summary>
    Arrow,
}
