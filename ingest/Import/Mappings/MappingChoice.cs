namespace Analytics.Ingest.Import.Mappings;

/// <summary>The mapping for a file, or why there is no one such.</summary>
public abstract record MappingChoice
{
    private MappingChoice()
    {
    }

    public sealed record Found(Mapping Mapping) : MappingChoice;

    /// <summary>The file needs none: its columns are those of a template.</summary>
    public sealed record Template : MappingChoice;

    /// <summary>None fits, or several do; one line with what to do.</summary>
    public sealed record None(Words Reason) : MappingChoice;
}
