using System.Globalization;
using Analytics.Ingest.Import.Expressions;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>A formula of the mapping bound to a file: reads one field of a row, and says which field is wrong and why.
/// </summary>
/// <param name="Key">The field as the mapping calls it, such as "net_amount".</param>
/// <param name="Compute">Its value for a row.</param>
/// <param name="Column">The column, where the formula is just that; for messages.</param>
/// <param name="Numbers">How the source spells numbers.</param>
internal sealed record Field(string Key, Compute Compute, string? Column, NumberFormat Numbers)
{
    private const decimal OutOfRange = 900_000_000_000_000m;

    /// <summary>The text, trimmed, line breaks and other control characters made blanks.</summary>
    public string Text(Row row, List<Words> faults)
    {
        var value = Compute(row);
        if (value.IsFault)
        {
            faults.Add(value.Fault.At(Place));
            return "";
        }

        var text = value.AsText().Trim();
        return text.Any(char.IsControl)
            ? string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim()
            : text;
    }

    /// <summary>As <see cref="Text"/>, but the empty text is a fault.</summary>
    public string Code(Row row, List<Words> faults)
    {
        var before = faults.Count;
        var text = Text(row, faults);
        if (text.Length == 0 && faults.Count == before)
        {
            faults.Add(new Words("为空，请补齐", "is empty: fill it in").At(Place));
        }

        return text;
    }

    /// <summary>The number; null where the cell is empty or there is a fault.</summary>
    public decimal? Number(Row row, List<Words> faults)
    {
        var value = Compute(row);
        if (value.Kind == ValueKind.Text && string.IsNullOrWhiteSpace(value.AsText()))
        {
            return null;
        }

        var number = value.ToNumber(Numbers);
        if (!number.IsFault)
        {
            return number.Number;
        }

        faults.Add(number.Fault.At(Place));
        return null;
    }

    /// <summary>The amount, exact to four decimals and not negative; null where empty or faulty.</summary>
    public Money? Amount(Row row, List<Words> faults) =>
        Exact(row, faults) is { } number && Money.TryExact(number, out var money) ? money : null;

    /// <summary>The quantity, exact to four decimals; null where empty or faulty.</summary>
    public Qty? Quantity(Row row, List<Words> faults) =>
        Exact(row, faults) is { } number && Qty.TryExact(number, out var qty) ? qty : null;

    public bool? Truth(Row row, List<Words> faults)
    {
        var value = Compute(row).ToTruth();
        if (!value.IsFault)
        {
            return value.Truth;
        }

        faults.Add(value.Fault.At(Place));
        return null;
    }

    /// <summary>"store_code" or "net_amount [Sales]".</summary>
    public string Place => Column is null ? Key : $"{Key} [{Column}]";

    private decimal? Exact(Row row, List<Words> faults)
    {
        if (Number(row, faults) is not { } number)
        {
            return null;
        }

        if (Math.Abs(number) >= OutOfRange)
        {
            faults.Add(new Words($"{Plain(number)} 超出范围", $"{Plain(number)} is out of range").At(Place));
            return null;
        }

        if (number == Math.Round(number, 4, MidpointRounding.AwayFromZero))
        {
            return number;
        }

        faults.Add(new Words(
            $"{Plain(number)} 超过四位小数；请在映射中用 round(…, 4)",
            $"{Plain(number)} has more than four decimals: use round(…, 4) in the mapping").At(Place));
        return null;
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
