namespace Analytics.Ingest.Import.Templates;

/// <summary>What the cells of a row say, and the rows that belong to it.</summary>
internal sealed class Given
{
    public Dictionary<Member, object> Values { get; } = [];

    public Dictionary<Member, List<Given>> Lists { get; } = [];
}
