using System.Data;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Analytics.Workspace;

/// <summary>The saved questions of a workspace, by name. Nothing that was saved is overwritten: who changes one adds a
/// version, and who deletes one hides it.</summary>
public sealed class Configs
{
    /// <summary>Far more than a question takes; a list of members by name may be long.</summary>
    public const int MostCharacters = 100_000;

    private readonly WorkspaceDb workspace;
    private readonly TimeProvider clock;

    internal Configs(WorkspaceDb workspace, TimeProvider clock)
    {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// <summary>Saves a question under its name; the first to save a name owns it, also once it was deleted.</summary>
    /// <param name="draft">What is to be saved.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="isOperator">Whether what others own may be changed.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task<ConfigResult> SaveAsync(ConfigDraft draft, string by, bool isOperator, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!Accounts.IsName(draft.Name))
        {
            return new ConfigResult.NameInvalid(draft.Name);
        }

        if (draft.Content.Length > MostCharacters)
        {
            return new ConfigResult.TooLong(draft.Name, MostCharacters);
        }

        await using var db = workspace.Connect();
        await using var transaction = await db.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var key = Accounts.NameKey(draft.Name);
        var there = await db.GetTable<ConfigRow>().FirstOrDefaultAsync(row => row.NameKey == key, ct);
        if (there is not null && there.Owner != by && !isOperator)
        {
            return new ConfigResult.NotYours(there.Name, there.Owner);
        }

        var shared = draft.SharedWith is { } given ? string.Join('\n', given.Distinct().Order(StringComparer.Ordinal))
            : there?.SharedWith ?? "";
        if (there is { DeletedAt: 0 } && there.SharedWith == shared
            && await VersionAsync(db, there, there.Version, ct) is { } newest && newest.Content == draft.Content)
        {
            return new ConfigResult.Unchanged(newest);
        }

        var row = (there ?? new ConfigRow { NameKey = key, Owner = by, ConfigId = await NextIdAsync(db, ct) }) with
        {
            Name = draft.Name, SharedWith = shared, Version = (there?.Version ?? 0) + 1, DeletedAt = 0,
        };
        await db.InsertOrReplaceAsync(row, token: ct);
        var version = new ConfigVersionRow
        {
            ConfigId = row.ConfigId, Version = row.Version, Content = draft.Content, SavedBy = by, SavedAt = Now(),
        };
        await db.InsertAsync(version, token: ct);
        await transaction.CommitAsync(ct);
        return new ConfigResult.Saved(Of(row, version));
    }

    /// <summary>A question, in its newest version or an older one; null where there is none, or it was deleted.
    /// </summary>
    public async Task<SavedConfig?> FindAsync(string name, long? version, CancellationToken ct)
    {
        var key = Accounts.NameKey(name);
        await using var db = workspace.Connect();
        var row = await db.GetTable<ConfigRow>()
            .FirstOrDefaultAsync(row => row.NameKey == key && row.DeletedAt == 0, ct);
        return row is null ? null : await VersionAsync(db, row, version ?? row.Version, ct);
    }

    /// <summary>All questions by name, each in its newest version.</summary>
    public async Task<IReadOnlyList<SavedConfig>> ListAsync(CancellationToken ct)
    {
        await using var db = workspace.Connect();
        var rows = await (
            from row in db.GetTable<ConfigRow>()
            join version in db.GetTable<ConfigVersionRow>()
                on new { row.ConfigId, row.Version } equals new { version.ConfigId, version.Version }
            where row.DeletedAt == 0
            orderby row.NameKey
            select new { row, version }).ToListAsync(ct);
        return [.. rows.Select(found => Of(found.row, found.version))];
    }

    /// <summary>Every version of a question, the newest first.</summary>
    public async Task<IReadOnlyList<SavedConfig>> VersionsAsync(string name, CancellationToken ct)
    {
        var key = Accounts.NameKey(name);
        await using var db = workspace.Connect();
        var row = await db.GetTable<ConfigRow>()
            .FirstOrDefaultAsync(row => row.NameKey == key && row.DeletedAt == 0, ct);
        if (row is null)
        {
            return [];
        }

        var versions = await db.GetTable<ConfigVersionRow>().Where(version => version.ConfigId == row.ConfigId)
            .OrderByDescending(version => version.Version).ToListAsync(ct);
        return [.. versions.Select(version => Of(row, version))];
    }

    /// <summary>Hides a question; saving its name again brings its versions back.</summary>
    public async Task<ConfigResult> DeleteAsync(string name, string by, bool isOperator, CancellationToken ct)
    {
        var key = Accounts.NameKey(name);
        await using var db = workspace.Connect();
        var row = await db.GetTable<ConfigRow>()
            .FirstOrDefaultAsync(row => row.NameKey == key && row.DeletedAt == 0, ct);
        if (row is null)
        {
            return new ConfigResult.NotThere(name);
        }

        if (row.Owner != by && !isOperator)
        {
            return new ConfigResult.NotYours(row.Name, row.Owner);
        }

        await db.GetTable<ConfigRow>().Where(stored => stored.ConfigId == row.ConfigId)
            .Set(stored => stored.DeletedAt, Now()).UpdateAsync(ct);
        return new ConfigResult.Deleted(row.Name);
    }

    private static async Task<long> NextIdAsync(DataConnection db, CancellationToken ct) =>
        (await db.GetTable<ConfigRow>().MaxAsync(row => (long?)row.ConfigId, ct) ?? 0) + 1;

    private static async Task<SavedConfig?> VersionAsync(
        DataConnection db, ConfigRow row, long version, CancellationToken ct)
    {
        var found = await db.GetTable<ConfigVersionRow>()
            .FirstOrDefaultAsync(stored => stored.ConfigId == row.ConfigId && stored.Version == version, ct);
        return found is null ? null : Of(row, found);
    }

    private static SavedConfig Of(ConfigRow row, ConfigVersionRow version) => new(
        row.Name, row.Owner, row.SharedWith.Split('\n', StringSplitOptions.RemoveEmptyEntries), version.Version,
        version.Content, version.SavedBy, DateTimeOffset.FromUnixTimeMilliseconds(version.SavedAt));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
