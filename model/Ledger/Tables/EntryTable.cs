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

        private readonly Expression<Func<T, long>> seq;
        private readonly Expression<Func<T, long>>? lineNo;
        private readonly Func<T, long> seqOf;

        public Mapped()
            : base(typeof(T).GetCustomAttribute<TableAttribute>()!.Name!)
        {
            var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
            seq = Column(columns[0]);
            lineNo = columns[1].Name == "LineNo" ? Column(columns[1]) : null;
            seqOf = seq.Compile();
        }

        public override long SeqOf(object row) => seqOf((T)row);

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

        public override IReadOnlyList<object> Read(LedgerDb db, long after, long upTo)
        {
            var window = db.GetTable<T>().Where(Between(after, upTo)).OrderBy(seq);
            return [.. lineNo is null ? window : window.ThenBy(lineNo)];
        }

        private Expression<Func<T, bool>> Between(long after, long upTo)
        {
            var body = Expression.AndAlso(
                Expression.GreaterThan(seq.Body, Value(after)), Expression.LessThanOrEqual(seq.Body, Value(upTo)));
            return Expression.Lambda<Func<T, bool>>(body, seq.Parameters);
        }

        // A captured field, not a constant: the statement stays the same from window to window.
        private static MemberExpression Value(long number) =>
            Expression.Field(Expression.Constant(new Box(number)), nameof(Box.Number));

        private static Expression<Func<T, long>> Column(PropertyInfo property)
        {
            var row = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, long>>(Expression.Property(row, property), row);
        }
    }

    private sealed class Box(long number)
    {
        public readonly long Number = number;
    }
}
