using Analytics.Ingest.Import.Reading;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>What the rows of a file mean.</summary>
internal interface IPlan
{
    /// <summary>A document of more rows is refused; no more are held.</summary>
    int MaxRows { get; }

    /// <summary>Whether rows are to be sorted by their documents first.</summary>
    bool Sort { get; }

    /// <summary>Said of a document whose rows stand apart.</summary>
    Words NotAdjacent { get; }

    /// <exception cref="SourceException">The file cannot be read.</exception>
    IRowReader Open(string path, string tempFolder, CancellationToken ct);

    /// <summary>Adds the related rows; says what is wrong where a needed one is missing.</summary>
    Words? Join(Row row);

    /// <summary>Whether the row is to be imported; a fault where that cannot be told.</summary>
    bool Wants(Row row, out Words? fault);

    /// <summary>What a row shares with the rows of its document and no other; null where a damaged row does not say.
    /// </summary>
    string? GroupOf(Row row);

    /// <summary>For the reject file.</summary>
    string DocumentNo(Row row);

    /// <summary>Adds a row to its document, or what is wrong with it.</summary>
    void Take(Draft draft, Row row);
}
