using Analytics.Ingest.Extract;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>Holds the served generation against the book (对账): every audit again, on the published file, with what the
/// Ledger's own engine adds up from its entries as of the generation's last one.</summary>
/// <remarks>Control totals and stock on hand as posting kept them are not used: they stand at the end of the chain, and
/// the generation may be older.</remarks>
public static class Reconcile
{
    /// <returns>Null where nothing is published; no findings where all agrees.</returns>
    /// <exception cref="StarException">The served generation cannot be read.</exception>
    public static Task<Reconciled?> RunAsync(
        Book book, StarFolder folder, StarSessionOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(folder);
        return Task.Run(() => RunOnThisThreadAsync(book, folder, options, ct), ct);
    }

    private static async Task<Reconciled?> RunOnThisThreadAsync(
        Book book, StarFolder folder, StarSessionOptions options, CancellationToken ct)
    {
        var served = folder.Current();
        if (served is null)
        {
            return null;
        }

        await using var view = await book.ReadAsync(ct);
        await using var session = await StarSession.OpenAsync(folder, served, options, ct);
        var extraction = new Extraction(view, session, 0, served.Seq);
        var findings = new List<AuditFinding>();
        if (await Extraction.HashAsync(view, served.Seq, ct) is var hash && hash != served.LedgerHash)
        {
            findings.Add(new AuditFinding(
                "head_off_ledger",
                "No generation may stand on an entry that the book does not hold, or holds otherwise.",
                [$"seq={served.Seq}, hash_in_star={served.LedgerHash}, hash_in_ledger={hash ?? "none"}"]));
        }

        foreach (var table in Extraction.TablesAsOf)
        {
            await extraction.StageAsync(table, _ => { }, ct);
        }

        // Every day and month of the rollups is held against the facts.
        await StarLoad.TouchAsync(session, 0, ct);
        await Audits.StageAsync(session, null, ct);
        foreach (var audit in Audits.All)
        {
            if (await Audits.RunAsync(audit, session, ct) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return new Reconciled(served, findings);
    }
}
