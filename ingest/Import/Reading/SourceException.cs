namespace Analytics.Ingest.Import.Reading;

/// <summary>The source cannot be read on, for a reason its owner can mend. Thrown deep in a reader, turned into
/// <see cref="ImportOutcome.Refused"/> by <see cref="Importer"/>; not for faults of disk or program.</summary>
internal sealed class SourceException(Words words) : Exception(words.En)
{
    public SourceException(string zh, string en)
        : this(new Words(zh, en))
    {
    }

    public Words Words { get; } = words;
}
