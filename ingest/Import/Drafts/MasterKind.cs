namespace Analytics.Ingest.Import.Drafts;

internal enum MasterKind
{
    Category,
    Store,
    Employee,
    Party,
    Item,
}
