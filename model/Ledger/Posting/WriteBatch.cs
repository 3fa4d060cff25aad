using System.Data.Common;
using Npgsql;

namespace Analytics.Ledger.Posting;

/// <summary>Writes to state tables on PostgreSQL, collected and sent together before the next question and at the end
/// of a group: one round trip for hundreds instead of one each.</summary>
internal sealed class WriteBatch(NpgsqlConnection connection) : IDisposable
{
    private const int Most = 1000;

    private NpgsqlBatch batch = new(connection);

    /// <param name="transaction">The group's.</param>
    /// <param name="sql">With parameters by position: <c>$1</c> …</param>
    /// <param name="values">Texts and whole numbers.</param>
    public void Add(DbTransaction transaction, string sql, ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value switch
            {
                long number => new NpgsqlParameter<long> { TypedValue = number },
                string text => new NpgsqlParameter<string> { TypedValue = text },
                _ => new NpgsqlParameter { Value = value },
            });
        }

        batch.BatchCommands.Add(command);
        if (batch.BatchCommands.Count >= Most)
        {
            Send(transaction);
        }
    }

    public void Send(DbTransaction transaction)
    {
        if (batch.BatchCommands.Count == 0)
        {
            return;
        }

        batch.Transaction = (NpgsqlTransaction)transaction;
        batch.ExecuteNonQuery();
        batch.Dispose();
        batch = new NpgsqlBatch(connection);
    }

    public void Dispose() => batch.Dispose();
}
