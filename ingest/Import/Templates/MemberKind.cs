namespace Analytics.Ingest.Import.Templates;

/// <summary>How a field of a request stands in a flat file: as a column, as columns of its own fields, as rows.
/// </summary>
internal enum MemberKind
{
    Single,
    Record,
    List,
}
