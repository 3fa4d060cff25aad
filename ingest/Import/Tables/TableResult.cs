namespace Analytics.Ingest.Import.Tables;

/// <summary>What an import into a kept table did.</summary>
/// <param name="RowsRead">Without blank ones and remarks.</param>
/// <param name="Changed">Rows that are versions in the book now; in a dry run, those that would be handed in.</param>
/// <param name="Same">Rows that stood there already.</param>
/// <param name="Refused">Rows that are in the reject file.</param>
/// <param name="RejectFile">Null where no row was refused.</param>
public sealed record TableResult(long RowsRead, long Changed, long Same, long Refused, string? RejectFile)
{
    /// <summary>How many of them are told one by one.</summary>
    public const int MostFaults = 1_000;

    /// <summary>Why the first of the refused rows were, by their line in the file.</summary>
    public IReadOnlyList<(long Line, Words Reason)> Faults { get; init; } = [];

    /// <summary>One line that says it all.</summary>
    public Words Summary => new(
        $"{RowsRead} 行：{Changed} 行更改，{Same} 行未变，{Refused} 行拒绝",
        $"{RowsRead} rows: {Changed} changed, {Same} as they were, {Refused} refused");
}
