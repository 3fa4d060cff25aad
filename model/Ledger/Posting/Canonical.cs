using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using LinqToDB.Mapping;

namespace Analytics.Ledger.Posting;

/// <summary>The canonical bytes of an entry, over which its hash is taken.</summary>
/// <remarks>A text is its UTF-8 length as 4 bytes, then its UTF-8 bytes; a number is 8 bytes; both big-endian.
/// A row is its table's name as a text, then its columns in table order. An entry is: the hash before (a text, the
/// book's id for the first), seq, kind, actor, recorded_at, then its rows, table by table in the order in which the
/// migration creates them, each by line_no. The hash is SHA-256 over that, in lower-case hex. See README.md, "The
/// chain".</remarks>
internal sealed class Canonical
{
    private static readonly ConcurrentDictionary<Type, Action<Canonical, object>> Writers = [];

    private byte[] buffer = new byte[4096];
    private int length;

    public void Number(long number)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(length), number);
        length += 8;
    }

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        Reserve(4 + bytes);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), bytes);
        Encoding.UTF8.GetBytes(text, buffer.AsSpan(length + 4));
        length += 4 + bytes;
    }

    public void Row(object row)
    {
        Writers.GetOrAdd(row.GetType(), Compile)(this, row);
    }

    /// <summary>Drops what was written since the last hash.</summary>
    public void Clear() => length = 0;

    /// <summary>What was written since the last call.</summary>
    public byte[] Bytes()
    {
        var bytes = buffer.AsSpan(0, length).ToArray();
        length = 0;
        return bytes;
    }

    /// <summary>The SHA-256 of what was written since the last call, in lower-case hex.</summary>
    public string Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), hash);
        length = 0;
        return Convert.ToHexStringLower(hash);
    }

    private static Action<Canonical, object> Compile(Type type)
    {
        var canonical = Expression.Parameter(typeof(Canonical));
        var row = Expression.Parameter(typeof(object));
        var table = type.GetCustomAttribute<TableAttribute>()!.Name!;
        var body = new List<Expression>
        {
            Expression.Call(canonical, nameof(Text), [], Expression.Constant(table)),
        };
        // Records declare their columns in table order; reflection keeps the order of declaration, which a test checks.
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var write = property.PropertyType == typeof(long) ? nameof(Number) : nameof(Text);
            body.Add(Expression.Call(
                canonical, write, [], Expression.Property(Expression.Convert(row, type), property)));
        }

        return Expression.Lambda<Action<Canonical, object>>(Expression.Block(body), canonical, row).Compile();
    }

    private void Reserve(int more)
    {
        if (length + more > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
        }
    }
}
