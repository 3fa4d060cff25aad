using System.Text;
using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>The cells of one column, read out of the vector of the chunk that is being read.</summary>
internal sealed unsafe class CellReader
{
    /// <summary>Decimals that a figure in a file has, whatever it is of.</summary>
    public const int FigureScale = 10;

    private const int CellBytes = 16;
    private const int MostInside = 12;

    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The most decimals that a number here has.</summary>
    private const int MostScale = 28;

    private const long FigureOne = 10_000_000_000;

    private static readonly Int128 Most = (Int128)decimal.MaxValue;

    private readonly DuckDBType type;
    private readonly DuckDBType inside;
    private readonly int scale;
    private readonly long figureFactor;
    private ulong* valid;
    private byte* cells;

    /// <exception cref="StarException">The type is none of those that answers have.</exception>
    public CellReader(DuckDBLogicalType type)
    {
        this.type = NativeMethods.LogicalType.DuckDBGetTypeId(type);
        if (this.type == DuckDBType.Decimal)
        {
            inside = NativeMethods.LogicalType.DuckDBDecimalInternalType(type);
            scale = NativeMethods.LogicalType.DuckDBDecimalScale(type);
            figureFactor = Enumerable.Repeat(10L, Math.Max(0, FigureScale - scale)).Aggregate(
                1L, (product, ten) => product * ten);
        }
        else if (this.type is not (DuckDBType.Boolean or DuckDBType.BigInt or DuckDBType.Double or DuckDBType.Date
            or DuckDBType.Varchar))
        {
            throw new StarException($"a column is {this.type}, which has no form in an answer.");
        }
    }

    /// <summary>The mask of the cells that hold something, as the engine has it; null where all do.</summary>
    public ulong* Valid => valid;

    /// <summary>The cells as the engine has them.</summary>
    public byte* Raw => cells;

    /// <summary>Stands on the cells of a chunk.</summary>
    public void Take(nint vector)
    {
        valid = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        cells = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
    }

    public bool IsNull(int row) => valid is not null && (valid[row >> 6] >> (row & 63) & 1) == 0;

    public object? Value(int row)
    {
        if (IsNull(row))
        {
            return null;
        }

        return type switch
        {
            DuckDBType.Boolean => cells[row] != 0,
            DuckDBType.BigInt => ((long*)cells)[row],
            DuckDBType.Double => Rounded(((double*)cells)[row]),
            DuckDBType.Date => DateOnly.FromDayNumber(((int*)cells)[row] + EpochDay),
            DuckDBType.Varchar => Encoding.UTF8.GetString(Text(row)),
            _ => Number(Unscaled(row), scale),
        };
    }

    /// <summary>The bytes of a text, as long as the chunk is not left: one of twelve or fewer stands in the cell
    /// itself, a longer one where the cell points.</summary>
    public ReadOnlySpan<byte> Text(int row)
    {
        var cell = cells + (row * CellBytes);
        var length = (int)*(uint*)cell;
        return new(length <= MostInside ? cell + 4 : *(byte**)(cell + 8), length);
    }

    /// <summary>A number times 10 to the power of <see cref="FigureScale"/>.</summary>
    public Int128 Figure(int row)
    {
        if (type == DuckDBType.Double)
        {
            return (Int128)(Rounded(((double*)cells)[row]) * FigureOne);
        }

        var number = Unscaled(row);
        if (scale > FigureScale)
        {
            return (Int128)Math.Round(Number(number, scale) * FigureOne, 0, MidpointRounding.AwayFromZero);
        }

        return IsLong(number) ? Math.BigMul((long)number, figureFactor) : number * figureFactor;
    }

    private Int128 Unscaled(int row) => inside switch
    {
        DuckDBType.SmallInt => ((short*)cells)[row],
        DuckDBType.Integer => ((int*)cells)[row],
        DuckDBType.BigInt => ((long*)cells)[row],
        _ => ((Int128*)cells)[row],
    };

    /// <summary>The engine's noise is beyond the decimals that are kept.</summary>
    private static decimal Rounded(double number) => Trimmed(
        Math.Round((decimal)number, FigureScale, MidpointRounding.AwayFromZero));

    private static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;

    /// <summary>With its scale where it is narrow, without zeros at its end where it is wide: as the provider reads it.
    /// </summary>
    private decimal Number(Int128 unscaled, int scale)
    {
        var digits = Int128.Abs(unscaled);
        while (scale > MostScale || digits > Most || (inside == DuckDBType.HugeInt && scale > 0 && IsTen(digits)))
        {
            digits /= 10;
            scale--;
        }

        var low = (ulong)(digits & ulong.MaxValue);
        return new decimal(
            unchecked((int)low), unchecked((int)(low >> 32)), unchecked((int)(uint)(digits >> 64)), unscaled < 0,
            (byte)scale);
    }

    private static bool IsTen(Int128 digits) =>
        digits <= ulong.MaxValue ? (ulong)digits % 10 == 0 : digits % 10 == 0;

    private static bool IsLong(Int128 number) => number >= long.MinValue && number <= long.MaxValue;
}
