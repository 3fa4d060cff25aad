namespace Analytics.Star;

/// <summary>What of a generation is exported, and how.</summary>
public sealed record StarExportOptions
{
    public StarFileFormat Format { get; init; } = StarFileFormat.Parquet;

    /// <summary>An earlier export, of the same format, that the reader has; null writes all.</summary>
    public ExportManifest? Since { get; init; }

    public StarSessionOptions Session { get; init; } = new();
}
