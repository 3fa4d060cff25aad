using System.Globalization;
using System.Numerics;
using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>Values bound to a prepared statement by name, typed as a command of the provider binds them.</summary>
internal static class BoundValue
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <param name="statement">Every parameter of it has a value.</param>
    /// <param name="values">null, string, DateOnly, long, decimal, bool or a list of string.</param>
    public static void Bind(DuckDBPreparedStatement statement, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            if (NativeMethods.PreparedStatements.DuckDBBindParameterIndex(statement, out var at, name)
                == DuckDBState.Error)
            {
                throw new StarException($"the statement has no parameter {name}.");
            }

            using var bound = Of(value);
            if (NativeMethods.PreparedStatements.DuckDBBindValue(statement, at, bound) == DuckDBState.Error)
            {
                throw new StarException($"parameter {name} cannot be bound.");
            }
        }
    }

    private static DuckDBValue Of(object? value) => value switch
    {
        null => NativeMethods.Value.DuckDBCreateNullValue(),
        string text => NativeMethods.Value.DuckDBCreateVarchar(text),
        DateOnly date => NativeMethods.Value.DuckDBCreateDate(
            new DuckDBDate { Days = date.DayNumber - Epoch.DayNumber }),
        long whole => NativeMethods.Value.DuckDBCreateInt64(whole),
        decimal number => NativeMethods.Value.DuckDBCreateDecimal(Decimal(number)),
        bool flag => NativeMethods.Value.DuckDBCreateBool(flag),
        IEnumerable<string> texts => List(texts),
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };

    /// <summary>As wide as the number is long.</summary>
    private static DuckDBDecimal Decimal(decimal number)
    {
        var scale = number.Scale;
        var digits = BigInteger.Parse(
            number.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture);
        var width = Math.Max(BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).Length, scale + 1);
        return new DuckDBDecimal((byte)width, scale, new DuckDBHugeInt(digits));
    }

    private static DuckDBValue List(IEnumerable<string> texts)
    {
        var values = texts.Select(NativeMethods.Value.DuckDBCreateVarchar).ToArray();
        using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar);
        try
        {
            return NativeMethods.Value.DuckDBCreateListValue(type, values, values.Length);
        }
        finally
        {
            Array.ForEach(values, value => value.Dispose());
        }
    }
}
