using System.Linq.Expressions;
using System.Reflection;
using LinqToDB.Mapping;
using Microsoft.Data.Sqlite;

namespace Analytics.Ledger.Tables;

/// <summary>The insert of one row of a table into SQLite, made from its record's mapping and prepared once a
/// connection.</summary>
internal sealed class RowInsert : IDisposable
{
    private readonly SqliteWrite write;
    private readonly Action<SqliteWrite, object> bind;

    private RowInsert(SqliteWrite write, Action<SqliteWrite, object> bind)
    {
        this.write = write;
        this.bind = bind;
    }

    public static RowInsert Of<T>(LedgerDb db, string table)
        where T : class
    {
        var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var names = columns.Select(column => column.GetCustomAttribute<ColumnAttribute>()!.Name);
        var parameters = columns.Select((_, at) => $"@p{at}").ToList();
        var sql = LedgerSql.Text("sql/insert_row.sql")
            .Replace("{table}", table, StringComparison.Ordinal)
            .Replace("{columns}", string.Join(", ", names), StringComparison.Ordinal)
            .Replace("{values}", string.Join(", ", parameters), StringComparison.Ordinal);
        return new RowInsert(new SqliteWrite((SqliteConnection)db.Connected, sql, parameters), Binder<T>.Bind);
    }

    public void Run(object row)
    {
        bind(write, row);
        write.Run();
    }

    public void Dispose() => write.Dispose();

    /// <summary>Binds every column of a row, a number as a number: nothing is boxed. Compiled once a record.</summary>
    private static class Binder<T>
    {
        public static readonly Action<SqliteWrite, object> Bind = Compile(
            typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance));

        private static Action<SqliteWrite, object> Compile(PropertyInfo[] columns)
        {
            var write = Expression.Parameter(typeof(SqliteWrite));
            var row = Expression.Parameter(typeof(object));
            var typed = Expression.Variable(typeof(T));
            var binds = columns.Select((column, at) => Expression.Call(
                write, nameof(SqliteWrite.Bind), [], Expression.Constant(at), Expression.Property(typed, column)));
            Expression[] body = [Expression.Assign(typed, Expression.Convert(row, typeof(T))), .. binds];
            return Expression.Lambda<Action<SqliteWrite, object>>(
                Expression.Block([typed], body), write, row).Compile();
        }
    }
}
