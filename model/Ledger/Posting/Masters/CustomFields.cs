using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Checks custom fields (自定义字段) against their definitions.</summary>
internal static class CustomFields
{
    /// <summary>Between the choices of a definition; none may hold it.</summary>
    public const char Separator = '|';

    /// <summary>Why the fields are not acceptable; null where they are.</summary>
    /// <param name="definitions">Of what the fields stand on.</param>
    /// <param name="fields">As given, in any order.</param>
    /// <param name="lineNo">Of the document; 0 where they are not a line's.</param>
    public static Refusal? Check(
        IReadOnlyDictionary<string, CustomFieldRow> definitions, IReadOnlyList<FieldValue> fields, int lineNo)
    {
        if (definitions.Count == 0 && fields.Count == 0)
        {
            return null;
        }

        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (Texts.FirstInvalid(field.Name, field.Value) is { } text)
            {
                return new Refusal(RefusalReason.TextInvalid, lineNo, text);
            }

            if (!definitions.TryGetValue(field.Name, out var definition) || definition.IsActive == 0)
            {
                return new Refusal(RefusalReason.UnknownField, lineNo, field.Name);
            }

            if (!given.Add(field.Name))
            {
                return new Refusal(RefusalReason.GivenTwice, lineNo, field.Name);
            }

            if (!Fits(definition, field.Value))
            {
                return new Refusal(RefusalReason.FieldInvalid, lineNo, $"{field.Name} = {field.Value}");
            }
        }

        return definitions.Values.FirstOrDefault(definition =>
            definition.IsRequired == 1 && definition.IsActive == 1 && !given.Contains(definition.FieldName))
            is { } missing ? new Refusal(RefusalReason.FieldRequired, lineNo, missing.FieldName) : null;
    }

    /// <summary>The order in which fields are kept, so that the same fields are the same rows.</summary>
    public static IEnumerable<FieldValue> InOrder(IReadOnlyList<FieldValue> fields) =>
        fields.OrderBy(field => field.Name, StringComparer.Ordinal);

    private static bool Fits(CustomFieldRow definition, string value) => definition.FieldType switch
    {
        "text" => definition.IsRequired == 0 || value.Length > 0,
        "whole_number" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => decimal.TryParse(
            value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out _),
        "date" => DateOnly.TryParseExact(
            value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && Dates.IsInRange(date),
        "bool" => value is "true" or "false",
        "choice" => definition.Choices.Split(Separator).Contains(value, StringComparer.Ordinal),
        _ => throw new System.Diagnostics.UnreachableException(definition.FieldType),
    };
}
