namespace Analytics.Ingest.Demo;

/// <summary>How far the demo company has come.</summary>
/// <param name="SaleLines">Sale lines posted.</param>
/// <param name="OfLines">Sale lines in all.</param>
/// <param name="Documents">Documents posted, of every kind.</param>
/// <param name="Reached">Business date reached.</param>
public readonly record struct DemoProgress(long SaleLines, long OfLines, long Documents, DateOnly Reached);
