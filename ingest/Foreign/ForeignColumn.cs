using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Ingest.Foreign;

/// <summary>A column of the contract between a mapping and the staging tables.</summary>
/// <param name="Name">As the mapping must call it.</param>
/// <param name="Type">bigint, decimal, varchar, date, timestamp or boolean.</param>
/// <param name="Digits">Of a decimal, in all.</param>
/// <param name="Decimals">Of a decimal.</param>
/// <param name="IsNeeded">Whether each row must have it; else the mapping may leave it out.</param>
internal sealed partial record ForeignColumn(string Name, string Type, int Digits, int Decimals, bool IsNeeded)
{
    /// <summary>As a person reads it.</summary>
    public string Described => Type == "decimal"
        ? string.Create(CultureInfo.InvariantCulture, $"decimal({Digits}, {Decimals})")
        : Type;

    /// <summary>The columns that a definition declares, in order, without the row's number.</summary>
    public static IReadOnlyList<ForeignColumn> Of(string definition) =>
    [
        .. Declaration().Matches(definition)
            .Select(match => new ForeignColumn(
                match.Groups["name"].Value, match.Groups["type"].Value, Number(match.Groups["digits"]),
                Number(match.Groups["decimals"]), match.Groups["needed"].Success))
            .Where(column => column.Name != "row_no"),
    ];

    /// <summary>Whether values of a .NET type can be the column's, whatever they are: text holds codes, and codes are
    /// numbers too.</summary>
    public bool Takes(System.Type type) => Type switch
    {
        "varchar" => type == typeof(string) || type == typeof(Guid) || IsNumber(type),
        "date" or "timestamp" => type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(DateTimeOffset),
        "boolean" => type == typeof(bool) || IsNumber(type),
        _ => IsNumber(type),
    };

    private static bool IsNumber(System.Type type) =>
        type == typeof(decimal) || (type.IsPrimitive && type != typeof(bool) && type != typeof(char));

    private static int Number(Group digits) =>
        digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^    (?<name>\w+) (?<type>\w+)(\((?<digits>\d+), (?<decimals>\d+)\))?(?<needed> not null)?,$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
