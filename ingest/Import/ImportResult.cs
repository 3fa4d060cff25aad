namespace Analytics.Ingest.Import;

/// <summary>What an import did. In a dry run "posted" and "created" are what would be handed to the book.</summary>
/// <param name="Mapping">Name of the mapping; "template" where the file is one.</param>
/// <param name="SourcePath">The file that was read.</param>
/// <param name="IsDryRun">Whether nothing was posted.</param>
/// <param name="RowsRead">Data rows, blank ones not counted.</param>
/// <param name="RowsPassedOver">Of these, those that the mapping's where leaves out.</param>
public sealed record ImportResult(
    string Mapping, string SourcePath, bool IsDryRun, long RowsRead, long RowsPassedOver)
{
    public ImportCounts Counts { get; init; } = new();

    public IReadOnlyList<Words> Warnings { get; init; } = [];

    /// <summary>Null where no row was refused.</summary>
    public string? RejectFile { get; init; }

    /// <summary>Whether a document or a master was refused.</summary>
    public bool HasRefusals => Counts.DocumentsRefused > 0 || Counts.MastersRefused > 0;

    /// <summary>One line that says it all.</summary>
    public Words Summary
    {
        get
        {
            var (zh, en) = IsDryRun ? ("试运行，未过账：", "dry run, nothing posted: ") : ("", "");
            var of = Counts;
            var (zhHeld, enHeld) = of.DocumentsHeld == 0
                ? ("", "")
                : ($"{of.DocumentsHeld} 张待审批，", $"{of.DocumentsHeld} awaiting approval, ");
            return new Words(
                $"{zh}{RowsRead} 行；单据 {of.DocumentsPosted} 张过账，{zhHeld}{of.DocumentsAlreadyThere} 张已在账，"
                + $"{of.DocumentsRefused} 张拒绝（{of.RowsRefused} 行）；新建档案 {of.MastersCreated} 个",
                $"{en}{RowsRead} rows; documents: {of.DocumentsPosted} posted, {enHeld}{of.DocumentsAlreadyThere}"
                + $" already there, {of.DocumentsRefused} refused ({of.RowsRefused} rows); masters created: "
                + $"{of.MastersCreated}");
        }
    }
}
