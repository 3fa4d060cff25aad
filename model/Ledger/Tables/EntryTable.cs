using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An entry table of the book: how its rows are written, and read back in order.</summary>
internal abstract class EntryTable(string name)
{
    public string Name { get; } = name;

    /// <summary>The entry a row belongs to.</summary>
    public abstract long SeqOf(object row);

    /// <summary>Its place among the rows of its entry; 0 where an entry has one row at most.</summary>
    public abstract long LineNoOf(object row);

    /// <summary>Writes rows of this table, in the posting's transaction.</summary>
    public abstract void Write(LedgerDb db, IEnumerable<object> rows);

    /// <summary>The rows of the entries after one and up to another, in order.</summary>
    public abstract IReadOnlyList<object> Read(LedgerDb db, long after, long upTo);

    /// <summary>A table whose first column is the seq and whose second, where it is a line_no, orders its rows.
    /// </summary>
    public static EntryTable Of<T>()
        where T : class => new Mapped<T>();

    private sealed class Mapped<T> : EntryTable
        where T : class
    {
        /// <summary>COPY, in binary.</summary>
        private static readonly BulkCopyOptions Copy = new()
        {
            BulkCopyType = BulkCopyType.ProviderSpecific,
            KeepIdentity = true,
        };

        private readonly Func<T, long> seqOf;
        private readonly Func<T, long> lineNoOf;
        private readonly Func<LedgerDb, long, long, IEnumerable<T>> window;

        public Mapped()
            : base(typeof(T).GetCustomAttribute<TableAttribute>()!.Name!)
        {
            var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
            var seq = Column(columns[0]);
            var lineNo = columns[1].Name == "LineNo" ? Column(columns[1]) : null;
            seqOf = seq.Compile();
            lineNoOf = lineNo?.Compile() ?? (static _ => 0);
            window = Window(seq, lineNo);
        }

        public override long SeqOf(object row) => seqOf((T)row);

        public override long LineNoOf(object row) => lineNoOf((T)row);

        public override void Write(LedgerDb db, IEnumerable<object> rows)
        {
            if (db.IsPostgres)
            {
                db.BulkCopy(Copy, rows.Cast<T>());
                return;
            }

            var insert = db.Insert(this, () => RowInsert.Of<T>(db, Name));
            foreach (var row in rows)
            {
                insert.Run(row);
            }
        }

        public override IReadOnlyList<object> Read(LedgerDb db, long after, long upTo) =>
            db.IsPostgres ? [.. window(db, after, upTo)] : RowRead<T>.Window(db, after, upTo);

        /// <summary>Compiled once: a statement whose expression is made anew for each window is built anew too.
        /// </summary>
        private static Func<LedgerDb, long, long, IEnumerable<T>> Window(
            Expression<Func<T, long>> seq, Expression<Func<T, long>>? lineNo)
        {
            var db = Expression.Parameter(typeof(LedgerDb));
            var after = Expression.Parameter(typeof(long));
            var upTo = Expression.Parameter(typeof(long));
            var between = Expression.Lambda<Func<T, bool>>(
                Expression.AndAlso(
                    Expression.GreaterThan(seq.Body, after), Expression.LessThanOrEqual(seq.Body, upTo)),
                seq.Parameters);
            Expression rows = Expression.Call(typeof(DataExtensions), nameof(DataExtensions.GetTable), [typeof(T)], db);
            rows = Ordered(nameof(Queryable.Where), [typeof(T)], rows, between);
            rows = Ordered(nameof(Queryable.OrderBy), [typeof(T), typeof(long)], rows, seq);
            if (lineNo is not null)
            {
                rows = Ordered(nameof(Queryable.ThenBy), [typeof(T), typeof(long)], rows, lineNo);
            }

            return CompiledQuery.Compile(Expression.Lambda<Func<LedgerDb, long, long, IEnumerable<T>>>(
                rows, db, after, upTo));
        }

        private static MethodCallExpression Ordered(
            string method, Type[] types, Expression rows, LambdaExpression by) =>
            Expression.Call(typeof(Queryable), method, types, rows, Expression.Quote(by));

        private static Expression<Func<T, long>> Column(PropertyInfo property)
        {
            var row = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, long>>(Expression.Property(row, property), row);
        }
    }
}
