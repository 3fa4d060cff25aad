namespace Analytics.Reports.Export;

/// <summary>Number formats of a sheet, by what a column holds. On the shown sheet zero is blank and a minus
/// red.</summary>
internal static class XlsxFormats
{
    /// <summary>The glossary's unit of amounts.</summary>
    public const string Money = "CNY";

    /// <summary>Of amounts in ten thousands (万元).</summary>
    public const string TenThousands = "10k CNY";

    public static bool IsMoney(ReportColumn column) => column.Unit is Money or TenThousands;

    public static string Of(ReportColumn column) => column.Type switch
    {
        ColumnType.Text => "@",
        ColumnType.Date => "yyyy-mm-dd",
        ColumnType.Int => Shown("#,##0"),
        ColumnType.Rate => Shown("0.00%"),
        ColumnType.Decimal => Shown(IsMoney(column) ? "#,##0.00" : "#,##0.####"),
        ColumnType.Bool => "General",
    };

    public static double WidthOf(ReportColumn column) => column.Type switch
    {
        ColumnType.Text when column.Name.EndsWith("_code", StringComparison.Ordinal) => 14,
        ColumnType.Text => 24,
        ColumnType.Date => 12,
        ColumnType.Rate => 13,
        _ => 16,
    };

    private static string Shown(string number) => $"{number};[Red]-{number};";
}
