namespace Analytics.Ingest.Extract;

/// <summary>How rows cross from the Ledger's engine to the Star's: the two there are leave the same table.</summary>
internal interface IRowCopy
{
    /// <summary>Fills the staging table, in the query's order; answers the number of rows.</summary>
    Task<long> CopyAsync(ExtractQuery query, Action<long> atRows, CancellationToken ct);
}
