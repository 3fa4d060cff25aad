using System.Linq.Expressions;
using System.Reflection;
using LinqToDB.Mapping;
using Microsoft.Data.Sqlite;

namespace Analytics.Ledger.Tables;

/// <summary>The rows of a window of entries, read from SQLite by what its record's mapping says; compiled once a
/// record.</summary>
internal static class RowRead<T>
    where T : class
{
    private static readonly PropertyInfo[] Columns =
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static readonly string Sql = LedgerSql.Text("sql/read_rows.sql")
        .Replace("{columns}", string.Join(", ", Columns.Select(Name)), StringComparison.Ordinal)
        .Replace("{table}", typeof(T).GetCustomAttribute<TableAttribute>()!.Name!, StringComparison.Ordinal)
        .Replace("{seq}", Name(Columns[0]), StringComparison.Ordinal)
        .Replace("{then}", Columns[1].Name == "LineNo" ? ", line_no" : "", StringComparison.Ordinal);

    private static readonly Func<SqliteRead, T> Make = Compile();

    /// <summary>Rows of the entries after one and up to another, in order.</summary>
    public static List<T> Window(LedgerDb db, long after, long upTo)
    {
        using var read = new SqliteRead((SqliteConnection)db.Connected, Sql, after, upTo);
        var rows = new List<T>();
        while (read.Next())
        {
            rows.Add(Make(read));
        }

        return rows;
    }

    private static string Name(PropertyInfo column) => column.GetCustomAttribute<ColumnAttribute>()!.Name!;

    private static Func<SqliteRead, T> Compile()
    {
        var read = Expression.Parameter(typeof(SqliteRead));
        var cells = Columns.Select((column, at) => Expression.Bind(column, Expression.Call(
            read, column.PropertyType == typeof(long) ? nameof(SqliteRead.Number) : nameof(SqliteRead.Text), [],
            Expression.Constant(at))));
        return Expression.Lambda<Func<SqliteRead, T>>(
            Expression.MemberInit(Expression.New(typeof(T)), cells), read).Compile();
    }
}
