using System.Security.Cryptography;
using System.Text;
using Analytics.Ingest.Extract;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Foreign;

/// <summary>The run for a company whose documents are in somebody else's database: mapping → contract → staging, and
/// from there as any snapshot.</summary>
/// <remarks>1. The mapping and the columns of its results are held against the contract; all that is wrong is told at
/// once, and nothing is built. 2. One view of the source is read; a row that breaks the contract is listed in
/// quarantine, and its document with it. 3. The digest of all rows is the head: unchanged, nothing is published. 4. The
/// audits compare with the source's own sums of the documents that were taken. Built whole each time.</remarks>
public sealed class ForeignSnapshot(SnapshotOptions options)
{
    private static readonly SqlFiles Files = new(typeof(ForeignSnapshot).Assembly);

    /// <exception cref="StarException">What is published cannot be read.</exception>
    /// <exception cref="System.Data.Common.DbException">The source broke off.</exception>
    /// <exception cref="OperationCanceledException">The token stopped the run; nothing changed.</exception>
    public Task<SnapshotOutcome> RunAsync(
        ForeignPlace place, StarFolder folder, TimeProvider clock, IProgress<SnapshotProgress>? progress,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var steps = new SnapshotSteps(clock, progress, options.AtStep);
        var work = new SnapshotWork(options, folder, steps);
        return Task.Run(() => work.RecordedAsync(() => RunOnThisThreadAsync(place, work, steps, ct), ct), ct);
    }

    private static async Task<SnapshotOutcome> RunOnThisThreadAsync(
        ForeignPlace place, SnapshotWork work, SnapshotSteps steps, CancellationToken ct)
    {
        var mapping = ForeignMapping.Load(place.OwnMappings, place.Settings.Name, out var faults);
        if (faults.Count > 0)
        {
            return new SnapshotOutcome.Refused(string.Join('\n', faults));
        }

        var (source, why) = await ForeignSource.OpenAsync(place.Settings, mapping, ct);
        if (source is null)
        {
            return new SnapshotOutcome.Refused(why!);
        }

        await using (source)
        {
            faults = await source.FaultsAsync(ct);
            if (faults.Count > 0)
            {
                return new SnapshotOutcome.Refused(string.Join('\n', faults));
            }

            var served = work.Served();
            if ((work.Newer(served) ?? await work.NoSpaceAsync(served, () => Task.FromResult(0L))) is { } line)
            {
                return new SnapshotOutcome.Refused(line);
            }

            await source.BeginAsync(ct);
            var run = new Run(place, source, work, steps);
            return await work.BuildAsync(served, null, build => run.FillAsync(build, served, ct), ct);
        }
    }

    /// <summary>One run under way.</summary>
    private sealed class Run(ForeignPlace place, ForeignSource source, SnapshotWork work, SnapshotSteps steps)
    {
        private readonly DateTimeOffset readAt = steps.Clock.GetUtcNow();

        public async Task<SnapshotOutcome> FillAsync(StarBuild build, Manifest? served, CancellationToken ct)
        {
            var session = build.Session;
            await OpenAsync(session, ct);
            var (extracted, digest) = await ExtractAsync(session, ct);
            if (served is not null && work.Stands(served, served.Seq, digest))
            {
                return new SnapshotOutcome.Unchanged(served.Generation, served.Seq);
            }

            var quarantined = await CheckAsync(session, ct);
            foreach (var table in ForeignTable.All)
            {
                await steps.RunAsync("accept " + table.Name, _ => AcceptAsync(session, table, quarantined, ct));
            }

            await session.ExecuteAsync(Files.Read("Foreign/store_day.sql"), ct);
            await ForeignQuarantine.WriteAsync(place, session, ct);
            var last = await session.QueryAsync(
                Files.Read("Foreign/last_document.sql"),
                row => row.IsDBNull(0) ? default((long Seq, long Day)?) : (row.GetInt64(0), row.GetInt64(1)), 1, ct);
            if (last[0] is not { } end)
            {
                return new SnapshotOutcome.Refused(
                    $"Source '{place.Settings.Name}' gives no document that can be taken, so there is nothing to "
                    + $"publish; check its connection and mapping, and {place.QuarantineFile} where it is there.");
            }

            var day = new DateOnly((int)(end.Day / 10_000), (int)(end.Day / 100 % 100), (int)(end.Day % 100));
            var head = new LedgerHead(end.Seq, digest, readAt, day);
            var outcome = await work.FinishAsync(build, 0, head, extracted, ct);
            return outcome is SnapshotOutcome.Published published
                ? published with { Quarantined = quarantined.Values.Sum() }
                : outcome;
        }

        private static async Task OpenAsync(StarSession session, CancellationToken ct)
        {
            foreach (var table in Extraction.Tables)
            {
                await session.ExecuteAsync(Files.Read($"staging/{table.Name}.sql"), ct);
            }

            await session.ExecuteAsync(ForeignTable.Open, ct);
            using var kinds = session.AppendToStaging("known_kind");
            foreach (var kind in Enum.GetValues<DocumentKind>())
            {
                kinds.Append(DocumentKinds.Name(kind)).EndRow();
            }
        }

        private async Task<(long Rows, string Digest)> ExtractAsync(StarSession session, CancellationToken ct)
        {
            var digests = new StringBuilder();
            var extracted = 0L;
            foreach (var table in ForeignTable.All)
            {
                await session.ExecuteAsync(table.Incoming, ct);
                var copy = new ForeignCopy(table, session);
                await using var reader = await source.ReadAsync(table, ct);
                if (reader is not null)
                {
                    extracted += await steps.RunAsync(
                        "extract " + table.Name, atRows => copy.CopyAsync(reader, atRows, ct));
                }

                digests.Append(copy.Digest).Append('\n');
            }

            return (extracted, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(digests.ToString()))));
        }

        /// <summary>Takes out what breaks the contract; answers how many rows of each table.</summary>
        private static async Task<Dictionary<string, long>> CheckAsync(StarSession session, CancellationToken ct)
        {
            foreach (var table in ForeignTable.All)
            {
                if (table.IsOfDocuments)
                {
                    await session.ExecuteAsync(
                        ForeignTable.OfNoDocument, ct, ("table_name", table.Name),
                        ("relation", "incoming_" + table.Name));
                }

                await session.ExecuteAsync(table.Check, ct);
            }

            await session.ExecuteAsync(ForeignTable.WholeDocuments, ct);
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var table in ForeignTable.All)
            {
                var count = await session.QueryAsync(
                    Files.Read("Foreign/quarantined_rows.sql"), row => row.GetInt64(0), 1, ct,
                    ("table_name", table.Name));
                counts.Add(table.Name, count[0]);
            }

            return counts;
        }

        private async Task<SnapshotAccepted> AcceptAsync(
            StarSession session, ForeignTable table, Dictionary<string, long> quarantined, CancellationToken ct)
        {
            (string Name, object Value)[] known =
            [
                ("zone_ms", (long)place.Day.Zone.BaseUtcOffset.TotalMilliseconds),
                ("cut_ms", (long)place.Day.CutOver.TotalMilliseconds),
            ];
            var rows = await session.ExecuteAsync(
                table.Accept, ct,
                [.. known.Where(one => table.Accept.Contains("$" + one.Name, StringComparison.Ordinal))]);
            return new SnapshotAccepted(rows, quarantined[table.Name]);
        }
    }
}
