namespace Analytics.Ingest.Import.Mappings;

/// <summary>A mapping that has been read and found sound: how a source's columns become documents.</summary>
public sealed class Mapping
{
    internal Mapping(MappingFile file, string path)
    {
        File = file;
        Path = path;
    }

    public string Name => File.Name;

    public string Title => File.Title;

    /// <summary>Where it was read from; a shipped one's path inside the program.</summary>
    public string Path { get; }

    internal MappingFile File { get; }

    /// <summary>For the CSV file of rows that were refused of a workbook or a Parquet file.</summary>
    internal Mapping ForRejects() =>
        new(File with { Source = File.Source with { Format = "csv", IsOfRejects = true } }, Path);
}
