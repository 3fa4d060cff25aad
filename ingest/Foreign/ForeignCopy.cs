using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Analytics.Star;

namespace Analytics.Ingest.Foreign;

/// <summary>Carries the rows of one table into incoming_x, those with a cell that breaks the contract into the list of
/// refused ones; what went by is in the digest, in whatever order it came.</summary>
internal sealed class ForeignCopy(ForeignTable table, StarSession session)
{
    /// <summary>How many rows go by between two reports of progress, and two looks at the token.</summary>
    private const int Stride = 50_000;

    private readonly StringBuilder said = new();
    private UInt128 digest;

    public long Rows { get; private set; }

    /// <summary>Of all rows, alike for the same rows in another order.</summary>
    public string Digest => $"{table.Name} {Rows} {digest:x32}";

    public async Task<long> CopyAsync(DbDataReader reader, Action<long> atRows, CancellationToken ct)
    {
        var columns = table.Columns.Select(column => (Column: column, At: Find(reader, column.Name))).ToList();
        using var taken = session.AppendToStaging("incoming_" + table.Name);
        using var refused = session.AppendToStaging("quarantined");
        var values = new object?[columns.Count];
        while (await reader.ReadAsync(ct))
        {
            Rows++;
            var faults = Read(reader, columns, values);
            Count();
            if (faults.Count == 0)
            {
                Take(taken, values);
            }

            foreach (var (column, cell, fault) in faults)
            {
                Refuse(refused, values, column, (cell, fault));
            }

            if (Rows % Stride == 0)
            {
                ct.ThrowIfCancellationRequested();
                atRows(Rows);
            }
        }

        return Rows;
    }

    private static int Find(DbDataReader reader, string name)
    {
        for (var at = 0; at < reader.FieldCount; at++)
        {
            if (reader.GetName(at).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    private List<(ForeignColumn Column, string Cell, string Fault)> Read(
        DbDataReader reader, List<(ForeignColumn Column, int At)> columns, object?[] values)
    {
        var faults = new List<(ForeignColumn, string, string)>();
        said.Clear();
        for (var n = 0; n < columns.Count; n++)
        {
            var (column, at) = columns[n];
            var raw = at < 0 ? DBNull.Value : Raw(reader, at);
            (values[n], var fault) = ForeignCell.Read(column, raw);
            var cell = raw is DBNull ? "" : ForeignCell.Text(fault is null && values[n] is { } value ? value : raw);
            said.Append(cell).Append('\u001f');
            if (fault is not null)
            {
                faults.Add((column, cell, fault));
            }
        }

        return faults;
    }

    /// <summary>A value that .NET cannot hold, such as a number of 40 digits, is told as what it is: no value of ours.
    /// </summary>
    private static object Raw(DbDataReader reader, int at)
    {
        try
        {
            return reader.GetValue(at);
        }
        catch (Exception unreadable) when (unreadable is OverflowException or InvalidCastException or FormatException)
        {
            return "(" + unreadable.Message.Split('\n')[0] + ")";
        }
    }

    private void Count()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString()), hash);
        digest = unchecked(digest + System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    private void Take(RowAppender rows, object?[] values)
    {
        rows.Append(Rows);
        foreach (var value in values)
        {
            _ = value switch
            {
                null => rows.AppendNull(),
                string text => rows.Append(text),
                long number => rows.Append(number),
                decimal number => rows.Append(number),
                bool flag => rows.Append(flag),
                DateOnly day => rows.Append(day),
                DateTime moment => rows.Append(moment),
                _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
            };
        }

        rows.EndRow();
    }

    private void Refuse(RowAppender rows, object?[] values, ForeignColumn column, (string Cell, string Fault) why)
    {
        rows.Append(table.Name).Append(Rows);
        _ = Value("document_id") is long id ? rows.Append(id) : rows.AppendNull();
        _ = Value("item_code") is string item ? rows.Append(item) : rows.AppendNull();
        _ = Value("depot_code") is string depot ? rows.Append(depot) : rows.AppendNull();
        rows.Append(column.Name).Append(why.Cell).Append(why.Fault).EndRow();

        object? Value(string name) =>
            table.Columns.Index().FirstOrDefault(one => one.Item.Name == name) is { Item: not null } found
                ? values[found.Index]
                : null;
    }
}
