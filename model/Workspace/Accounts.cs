using System.Data;
using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Analytics.Workspace;

/// <summary>The accounts of a workspace, and how often a password may be guessed.</summary>
/// <remarks>An attempt is counted before the password is compared, in one transaction, so that a thousand attempts at
/// once get no more guesses than a thousand in a row. <see cref="FreeAttempts"/> wrong ones lock the account for a
/// minute, each further one for twice as long, up to <see cref="LongestLock"/>. A right password clears the
/// count.</remarks>
public sealed class Accounts
{
    public const int FreeAttempts = 5;
    public const int LongestName = 64;

    public static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(16);

    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);

    private readonly WorkspaceDb workspace;
    private readonly TimeProvider clock;

    internal Accounts(WorkspaceDb workspace, TimeProvider clock)
    {
        this.workspace = workspace;
        this.clock = clock;
    }

    public async Task<CreateResult> CreateAsync(NewAccount account, CancellationToken ct)
    {
        if (!IsName(account.Name))
        {
            return new CreateResult.NameInvalid(account.Name);
        }

        await using var db = workspace.Connect();
        await using var transaction = await db.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var nameKey = NameKey(account.Name);
        if (await db.GetTable<AccountRow>().AnyAsync(row => row.NameKey == nameKey, ct))
        {
            return new CreateResult.NameTaken(account.Name);
        }

        var last = await db.GetTable<AccountRow>().MaxAsync(row => (long?)row.AccountId, ct) ?? 0;
        var made = new AccountRow
        {
            AccountId = last + 1,
            Name = account.Name,
            NameKey = nameKey,
            PasswordHash = account.PasswordHash,
            Role = RoleText(account.Role),
            Locale = account.Locale,
            IsActive = 1,
            CreatedAt = Now(),
            Stamp = NewStamp(),
        };
        await db.InsertAsync(made, token: ct);
        await transaction.CommitAsync(ct);
        return new CreateResult.Created(made.ToAccount());
    }

    /// <summary>The account of a name, whatever its case and width; active or not.</summary>
    public async Task<Account?> FindAsync(string name, CancellationToken ct)
    {
        var nameKey = NameKey(name);
        await using var db = workspace.Connect();
        var row = await db.GetTable<AccountRow>().FirstOrDefaultAsync(row => row.NameKey == nameKey, ct);
        return row?.ToAccount();
    }

    public async Task<Account?> FindAsync(long accountId, CancellationToken ct)
    {
        await using var db = workspace.Connect();
        var row = await db.GetTable<AccountRow>().FirstOrDefaultAsync(row => row.AccountId == accountId, ct);
        return row?.ToAccount();
    }

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct)
    {
        await using var db = workspace.Connect();
        var rows = await db.GetTable<AccountRow>().OrderBy(row => row.NameKey).ToListAsync(ct);
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <summary>Counts an attempt to sign in, and says whether its password may be compared.</summary>
    public async Task<SignIn> BeginSignInAsync(string name, CancellationToken ct)
    {
        var nameKey = NameKey(name);
        var now = Now();
        await using var db = workspace.Connect();
        await using var transaction = await db.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var row = await db.GetTable<AccountRow>().FirstOrDefaultAsync(row => row.NameKey == nameKey, ct);
        if (row is not { IsActive: 1 })
        {
            return new SignIn.Unknown();
        }

        if (row.LockedUntil > now)
        {
            return new SignIn.Locked(DateTimeOffset.FromUnixTimeMilliseconds(row.LockedUntil));
        }

        var failed = row.FailedCount + 1;
        await db.GetTable<AccountRow>()
            .Where(stored => stored.AccountId == row.AccountId)
            .Set(stored => stored.FailedCount, failed)
            .Set(stored => stored.LockedUntil, LockedUntil(failed, now))
            .UpdateAsync(ct);
        await transaction.CommitAsync(ct);
        return new SignIn.Open(row.ToAccount());
    }

    /// <summary>The password was right: forgets the failed attempts.</summary>
    public async Task SignedInAsync(long accountId, CancellationToken ct)
    {
        await using var db = workspace.Connect();
        await Row(db, accountId)
            .Set(row => row.FailedCount, 0L)
            .Set(row => row.LockedUntil, 0L)
            .UpdateAsync(ct);
    }

    /// <summary>The hasher found its own old format after a right password: stores the new hash; sessions go
    /// on.</summary>
    public async Task RehashAsync(long accountId, string passwordHash, CancellationToken ct)
    {
        await using var db = workspace.Connect();
        await Row(db, accountId).Set(row => row.PasswordHash, passwordHash).UpdateAsync(ct);
    }

    /// <summary>Gives the account another password: ends its sessions and lifts a lock.</summary>
    public async Task ChangePasswordAsync(long accountId, string passwordHash, CancellationToken ct)
    {
        await using var db = workspace.Connect();
        await Row(db, accountId)
            .Set(row => row.PasswordHash, passwordHash)
            .Set(row => row.Stamp, NewStamp())
            .Set(row => row.FailedCount, 0L)
            .Set(row => row.LockedUntil, 0L)
            .UpdateAsync(ct);
    }

    /// <summary>Lets the account sign in, or stops it: that ends its sessions.</summary>
    public async Task SetActiveAsync(long accountId, bool isActive, CancellationToken ct)
    {
        await using var db = workspace.Connect();
        await Row(db, accountId)
            .Set(row => row.IsActive, isActive ? 1L : 0L)
            .Set(row => row.Stamp, NewStamp())
            .UpdateAsync(ct);
    }

    /// <summary>The language of the account's pages.</summary>
    public async Task SetLocaleAsync(long accountId, string locale, CancellationToken ct)
    {
        await using var db = workspace.Connect();
        await Row(db, accountId).Set(row => row.Locale, locale).UpdateAsync(ct);
    }

    private static IQueryable<AccountRow> Row(DataConnection db, long accountId) =>
        db.GetTable<AccountRow>().Where(row => row.AccountId == accountId);

    private static long LockedUntil(long failed, long now)
    {
        if (failed < FreeAttempts)
        {
            return 0;
        }

        var doublings = (int)Math.Min(failed - FreeAttempts, 20);
        var locked = FirstLock * Math.Pow(2, doublings);
        return now + (long)(locked < LongestLock ? locked : LongestLock).TotalMilliseconds;
    }

    internal static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.Trim() == name && !name.Any(char.IsControl);

    internal static string NameKey(string name) =>
        name.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    private static string RoleText(Role role) => role.ToString().ToLowerInvariant();

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
