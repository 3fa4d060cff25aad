namespace Analytics.Ingest.Import.Reading;

/// <summary>The rows of a file in order, one at a time; what has been read is not kept.</summary>
internal interface IRowReader : IDisposable
{
    /// <summary>The column names, trimmed; no two alike save empty ones.</summary>
    string[] Header { get; }

    /// <summary>The next row that is not blank; null at the end.</summary>
    /// <exception cref="SourceException">The file is damaged from here on.</exception>
    Row? Read();
}
