using Analytics.Dashboard.Tables;
using Analytics.Ingest.Import.Tables;

namespace Analytics.Host;

/// <summary>The tables that users keep, for the API of a served folder.</summary>
internal static class KeptTables
{
    public static TableDoor DoorOf(DataFolder folder) => new(
        [.. KeptTable.All.Select(table => (table.Name, table.Title.Zh, table.Title.En))],
        (asked, stream, ct) =>
        {
            var file = new TableFile(KeptTable.Find(asked.Name)!, asked.IsChinese);
            return asked.IsXlsx ? file.WriteXlsxAsync(stream, asked.View, ct)
                : file.WriteCsvAsync(stream, asked.View, ct);
        },
        (upload, ct) => ImportAsync(folder, upload, ct));

    private static async Task<TableAnswer> ImportAsync(DataFolder folder, TableUpload upload, CancellationToken ct)
    {
        // Who hands in over HTTP is told in the answer: no file is left for him.
        var rejects = Path.Combine(folder.Temp, "table-" + Guid.NewGuid().ToString("N"));
        try
        {
            var import = new TableImport(
                KeptTable.Find(upload.Name)!, upload.Journal is null ? null : upload.Journal.PostAsync, folder.Day,
                TimeProvider.System);
            return await import.RunAsync(upload.Path, upload.Actor, (rejects, folder.Temp), ct) switch
            {
                TableOutcome.Refused { Reason: var reason } => new(0, 0, 0, 0, [new(0, reason.Zh, reason.En)]),
                TableOutcome.Finished { Result: var result } => new(
                    result.RowsRead, result.Changed, result.Same, result.Refused,
                    [.. result.Faults.Select(fault => new TableFault(fault.Line, fault.Reason.Zh, fault.Reason.En))]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        finally
        {
            if (Directory.Exists(rejects))
            {
                Directory.Delete(rejects, recursive: true);
            }
        }
    }
}
