using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>The insert of one row of a table, made from its record's mapping and prepared once a connection.</summary>
/// <remarks>Faster on SQLite than the mapper's inserts of many rows a statement.</remarks>
internal sealed class RowInsert
{
    private readonly DbCommand command;
    private readonly DbParameter[] parameters;
    private readonly Func<object, object>[] values;

    private RowInsert(DbCommand command, Func<object, object>[] values)
    {
        this.command = command;
        this.values = values;
        parameters = new DbParameter[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            parameters[at] = command.CreateParameter();
            parameters[at].ParameterName = $"@p{at}";
            command.Parameters.Add(parameters[at]);
        }
    }

    public static RowInsert Of<T>(LedgerDb db, string table)
        where T : class
    {
        var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var names = columns.Select(column => column.GetCustomAttribute<ColumnAttribute>()!.Name);
        var command = db.Connected.CreateCommand();
        command.CommandText = LedgerSql.Text("sql/insert_row.sql")
            .Replace("{table}", table, StringComparison.Ordinal)
            .Replace("{columns}", string.Join(", ", names), StringComparison.Ordinal)
            .Replace("{values}", string.Join(", ", columns.Select((_, at) => $"@p{at}")), StringComparison.Ordinal);
        return new RowInsert(command, [.. columns.Select(Value<T>)]);
    }

    public void Run(DbTransaction transaction, object row)
    {
        command.Transaction = transaction;
        for (var at = 0; at < parameters.Length; at++)
        {
            parameters[at].Value = values[at](row);
        }

        command.ExecuteNonQuery();
    }

    private static Func<object, object> Value<T>(PropertyInfo column)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(row, typeof(T)), column);
        return Expression.Lambda<Func<object, object>>(Expression.Convert(value, typeof(object)), row).Compile();
    }
}
