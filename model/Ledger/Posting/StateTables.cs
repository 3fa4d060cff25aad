using System.Data.Common;
using Npgsql;

namespace Analytics.Ledger.Posting;

/// <summary>Reads and writes the <c>state_</c> tables, one row at a time, each clustered on the key it is asked by.
/// </summary>
internal sealed partial class StateTables(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = [];
    private readonly WriteBatch? writes =
        connection is NpgsqlConnection postgres ? new WriteBatch(postgres) : null;

    /// <summary>The transaction every call runs in.</summary>
    public DbTransaction Transaction { get; set; } = null!;

    public (long Seq, string Hash) Head() =>
        Of("head").First(Transaction, row => (row.GetInt64(0), row.GetString(1)));

    public void PutHead(long seq, string hash) => Of("head_update", "seq", "hash").Run(Transaction, seq, hash);

    /// <summary>Gives an empty book its id.</summary>
    public void PutBook(string id) => Of("head_book", "book").Run(Transaction, id);

    /// <summary>Null also for a text the book never takes: not every engine lets one ask for it.</summary>
    public (long Id, long VersionId)? Master(string kind, string code) => Texts.FirstInvalid(code) is not null
        ? null
        : Of("find_master", "kind", "code")
            .First<(long, long)?>(Transaction, row => (row.GetInt64(0), row.GetInt64(1)), kind, code);

    public void PutMaster(Draft.MasterVersion master) => Of("put_master", "kind", "code", "id", "version_id")
        .Run(Transaction, master.Kind, master.Code, master.Id, master.VersionId);

    /// <summary>Whether an entry is out of the reckoning of costs: reversed at its own moment, or such a reversal.
    /// </summary>
    public bool IsReversed(long seq) => Of("find_reversed", "seq").First(Transaction, row => row.GetInt64(0) > 0, seq);

    public void PutReversed(long seq) => Of("put_reversed", "seq").Run(Transaction, seq);

    public long Balance(string account, long partyId) =>
        Of("find_balance", "account", "party_id").First(Transaction, row => row.GetInt64(2), account, partyId);

    public void PutBalance((string Account, long PartyId) key, long amount) =>
        Of("put_balance", "account", "party_id", "amount").Run(Transaction, key.Account, key.PartyId, amount);

    public Dictionary<(long MonthKey, string Measure), long> Control(long block) => Of("find_control", "block")
        .All(Transaction, row => (Key: (row.GetInt64(0), row.GetString(1)), Total: row.GetInt64(2)), block)
        .ToDictionary(row => row.Key, row => row.Total);

    public void PutControl(long block, (long MonthKey, string Measure) key, long total) =>
        Of("put_control", "block", "month_key", "measure", "total")
            .Run(Transaction, block, key.MonthKey, key.Measure, total);

    /// <summary>Drops the totals of all blocks before one: they stand in the chain.</summary>
    public void DropControl(long block) => Of("drop_control", "block").Run(Transaction, block);

    public (long Date, long Seq) ClosedTo() =>
        Of("find_closed_to").First(Transaction, row => (row.GetInt64(0), row.GetInt64(1)));

    /// <summary>A party's personal fields; null once erased.</summary>
    public Draft.PartyPrivate? Private(long versionId) => Of("find_party_private", "version_id").First(
        Transaction,
        row => row.IsDBNull(0)
            ? null
            : new Draft.PartyPrivate(versionId, row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
        versionId);

    public void PutPrivate(Draft.PartyPrivate fields) =>
        Of("put_party_private", "version_id", "party_name", "phone", "address", "salt")
            .Run(Transaction, fields.VersionId, fields.Name, fields.Phone, fields.Address, fields.Salt);

    /// <summary>Brings to the database what is still collected here.</summary>
    public void Send() => writes?.Send(Transaction);

    public void Dispose()
    {
        writes?.Dispose();
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }

    private Statement Of(string file, params ReadOnlySpan<string> parameters)
    {
        if (!statements.TryGetValue(file, out var statement))
        {
            statements.Add(file, statement = new Statement(connection, writes, $"sql/{file}.sql", parameters));
        }

        return statement;
    }
}
