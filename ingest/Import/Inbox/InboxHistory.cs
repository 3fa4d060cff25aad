namespace Analytics.Ingest.Import.Inbox;

/// <summary>What was taken from a company's inbox, and what was left in it and why; the latest some thousand.</summary>
public sealed class InboxHistory(string path)
{
    private readonly RunLines lines = new(path);

    /// <summary>One file as it is kept.</summary>
    public static string Line(InboxRun run) => RunLines.Line(run);

    /// <summary>An ending as a line names it.</summary>
    public static string Name(InboxEnding ending) => RunLines.Name(ending);

    /// <summary>The latest, newest first. A line cut short by a crash is passed over.</summary>
    public IReadOnlyList<InboxRun> Latest(int atMost) => lines.Latest<InboxRun>(atMost);

    /// <summary>Adds a file; answers whether it could be written.</summary>
    internal Task<bool> AddAsync(InboxRun run, TimeProvider clock) => lines.AddAsync(run, clock);
}
