using System.Buffers.Binary;
using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Types;
using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>One column of the record batch that is being filled: copied out of DuckDB's vectors into Arrow's buffers,
/// cell widths and bits as Arrow wants them. The buffers are used again for the next batch.</summary>
internal sealed unsafe class ArrowColumn
{
    private readonly Layout layout;
    private readonly int width;
    private readonly StringArray? dictionary;
    private readonly CellReader? figures;
    private byte[] cells = [];
    private byte[] valid = [];
    private byte[] text = [];
    private int nulls;

    /// <param name="name">Of the column.</param>
    /// <param name="type">As DuckDB answers it; the values of an enum become the dictionary.</param>
    /// <exception cref="StarException">The type has no form here.</exception>
    public ArrowColumn(string name, DuckDBLogicalType type)
    {
        (layout, width, var arrow) = NativeMethods.LogicalType.DuckDBGetTypeId(type) switch
        {
            DuckDBType.Boolean => (Layout.Bits, 1, BooleanType.Default),
            DuckDBType.TinyInt => (Layout.Same, 1, Int8Type.Default),
            DuckDBType.SmallInt => (Layout.Same, 2, Int16Type.Default),
            DuckDBType.Integer => (Layout.Same, 4, Int32Type.Default),
            DuckDBType.BigInt => (Layout.Same, 8, Int64Type.Default),
            DuckDBType.Double => (Layout.Same, 8, DoubleType.Default),
            DuckDBType.Date => (Layout.Same, 4, Date32Type.Default),
            DuckDBType.Timestamp => (Layout.Same, 8, new TimestampType(TimeUnit.Microsecond, "UTC")),
            DuckDBType.Decimal => Decimal(type),
            DuckDBType.Varchar => (Layout.Text, 4, StringType.Default),
            DuckDBType.Enum => Numbers(type),
            var other => throw new StarException($"column {name} is {other}, which has no form in an Arrow file."),
        };
        Field = new Field(name, arrow, nullable: true);
        dictionary = arrow is DictionaryType ? Values(type) : null;
    }

    /// <summary>A column of an answer, whose figures are decimals of one width and scale whatever they are of.
    /// </summary>
    public ArrowColumn(Field field, DuckDBLogicalType type)
        : this(field.Name, type)
    {
        Field = field;
        if (field.DataType is Decimal128Type)
        {
            (layout, width, figures) = (Layout.Figure, 16, new CellReader(type));
        }
    }

    /// <summary>How DuckDB's cells differ from Arrow's.</summary>
    private enum Layout
    {
        Same,
        Bits,
        Text,
        Decimal16,
        Decimal32,
        Decimal64,
        Figure,
        Number8,
        Number16,
    }

    public Field Field { get; }

    public int Rows { get; private set; }

    /// <summary>Bytes of text that wait in the batch.</summary>
    public int TextBytes { get; private set; }

    /// <summary>Adds the cells of a chunk.</summary>
    public void Append(nint vector, int count)
    {
        Reserve(count);
        AppendValid(NativeMethods.Vectors.DuckDBVectorGetValidity(vector), count);
        var from = NativeMethods.Vectors.DuckDBVectorGetData(vector);
        figures?.Take(vector);
        if (layout == Layout.Text)
        {
            AppendText((byte*)from, count);
        }
        else
        {
            fixed (byte* to = cells)
            {
                Copy(from, to, count);
            }
        }

        Rows += count;
    }

    /// <summary>The batch's cells; they hold until <see cref="Clear"/>. Who disposes a batch lets go of its dictionary
    /// too, which stays here for the next.</summary>
    public IArrowArray Build()
    {
        // Without a chunk nothing was reserved, and a list of no texts has one offset.
        Reserve(1);
        var bits = nulls == 0 ? ArrowBuffer.Empty : new ArrowBuffer(valid.AsMemory(0, (Rows + 7) / 8));
        ArrowBuffer[] buffers = layout switch
        {
            Layout.Text =>
            [
                bits, new ArrowBuffer(cells.AsMemory(0, (Rows + 1) * width)),
                new ArrowBuffer(text.AsMemory(0, TextBytes)),
            ],
            Layout.Bits => [bits, new ArrowBuffer(cells.AsMemory(0, (Rows + 7) / 8))],
            _ => [bits, new ArrowBuffer(cells.AsMemory(0, Rows * width))],
        };
        return ArrowArrayFactory.BuildArray(
            new ArrayData(Field.DataType, Rows, nulls, 0, buffers, [], dictionary?.Data.Retain()));
    }

    public void Clear() => (Rows, nulls, TextBytes) = (0, 0, 0);

    private static (Layout Layout, int Width, IArrowType Type) Decimal(DuckDBLogicalType type)
    {
        var layout = NativeMethods.LogicalType.DuckDBDecimalInternalType(type) switch
        {
            DuckDBType.SmallInt => Layout.Decimal16,
            DuckDBType.Integer => Layout.Decimal32,
            DuckDBType.BigInt => Layout.Decimal64,
            _ => Layout.Same,
        };
        var arrow = new Decimal128Type(
            NativeMethods.LogicalType.DuckDBDecimalWidth(type), NativeMethods.LogicalType.DuckDBDecimalScale(type));
        return (layout, 16, arrow);
    }

    /// <summary>Always 32 bits: a column has one type in every file, however many values there are.</summary>
    private static (Layout Layout, int Width, IArrowType Type) Numbers(DuckDBLogicalType type)
    {
        var layout = NativeMethods.LogicalType.DuckDBEnumInternalType(type) switch
        {
            DuckDBType.UnsignedTinyInt => Layout.Number8,
            DuckDBType.UnsignedSmallInt => Layout.Number16,
            _ => Layout.Same,
        };
        return (layout, 4, new DictionaryType(Int32Type.Default, StringType.Default, ordered: false));
    }

    private static StringArray Values(DuckDBLogicalType type)
    {
        var values = new StringArray.Builder();
        for (var at = 0u; at < NativeMethods.LogicalType.DuckDBEnumDictionarySize(type); at++)
        {
            values.Append(NativeMethods.LogicalType.DuckDBEnumDictionaryValue(type, at));
        }

        return values.Build();
    }

    private void Copy(void* from, byte* to, int count)
    {
        switch (layout)
        {
            case Layout.Bits:
                for (var row = 0; row < count; row++)
                {
                    SetBit(to, Rows + row, ((byte*)from)[row] != 0);
                }

                break;
            case Layout.Decimal16:
                Widen((long*)to + (Rows * 2), (short*)from, count);
                break;
            case Layout.Decimal32:
                Widen((long*)to + (Rows * 2), (int*)from, count);
                break;
            case Layout.Decimal64:
                Widen((long*)to + (Rows * 2), (long*)from, count);
                break;
            case Layout.Figure:
                for (var row = 0; row < count; row++)
                {
                    ((Int128*)to)[Rows + row] = figures!.IsNull(row) ? 0 : figures.Figure(row);
                }

                break;
            case Layout.Number8:
                Number((int*)to + Rows, (byte*)from, count);
                break;
            case Layout.Number16:
                Number((int*)to + Rows, (ushort*)from, count);
                break;
            default:
                Buffer.MemoryCopy(from, to + (Rows * width), (long)count * width, (long)count * width);
                break;
        }
    }

    /// <summary>16 bytes a cell, the lower half first, the sign all through the upper one.</summary>
    private static void Widen<T>(long* to, T* from, int count)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var row = 0; row < count; row++)
        {
            var value = long.CreateTruncating(from[row]);
            to[row * 2] = value;
            to[(row * 2) + 1] = value >> 63;
        }
    }

    private static void Number<T>(int* to, T* from, int count)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var row = 0; row < count; row++)
        {
            to[row] = int.CreateTruncating(from[row]);
        }
    }

    private static void SetBit(byte* bits, int at, bool value)
    {
        var bit = (byte)(1 << (at & 7));
        bits[at >> 3] = value ? (byte)(bits[at >> 3] | bit) : (byte)(bits[at >> 3] & ~bit);
    }

    private static bool IsSet(ulong* bits, int at) => (bits[at >> 6] >> (at & 63) & 1) != 0;

    /// <summary>A vector without a mask holds no null, as nearly all do: eight rows at a time then.</summary>
    private void AppendValid(ulong* mask, int count)
    {
        var whole = mask is null && (Rows & 7) == 0 ? count & ~7 : 0;
        valid.AsSpan(Rows >> 3, whole >> 3).Fill(byte.MaxValue);
        fixed (byte* bits = valid)
        {
            for (var row = whole; row < count; row++)
            {
                var isValid = mask is null || IsSet(mask, row);
                SetBit(bits, Rows + row, isValid);
                nulls += isValid ? 0 : 1;
            }
        }
    }

    /// <summary>A text of twelve bytes or fewer stands in the cell itself, a longer one where the cell points.
    /// </summary>
    private void AppendText(byte* from, int count)
    {
        const int cellBytes = 16;
        const int mostInside = 12;
        for (var row = 0; row < count; row++)
        {
            var cell = from + (row * cellBytes);
            if ((valid[(Rows + row) >> 3] >> ((Rows + row) & 7) & 1) != 0)
            {
                var length = (int)*(uint*)cell;
                var bytes = length <= mostInside ? cell + 4 : *(byte**)(cell + 8);
                if (text.Length - TextBytes < length)
                {
                    System.Array.Resize(ref text, Math.Max(text.Length * 2, TextBytes + length));
                }

                new ReadOnlySpan<byte>(bytes, length).CopyTo(text.AsSpan(TextBytes));
                TextBytes += length;
            }

            BinaryPrimitives.WriteInt32LittleEndian(cells.AsSpan((Rows + row + 1) * width), TextBytes);
        }
    }

    private void Reserve(int count)
    {
        var rows = Rows + count;
        if (valid.Length * 8 < rows)
        {
            var wanted = (Math.Max(rows, valid.Length * 16) + 63) / 64 * 64;
            System.Array.Resize(ref valid, wanted / 8);
            System.Array.Resize(ref cells, (wanted + 1) * width);
        }
    }
}
