using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Analytics.Dashboard.Web;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Dashboard.Api.Json;

/// <summary>Holds a JSON value to the shape of a type and names everything that is wrong with it at once, where the
/// serializer would stop at the first.</summary>
internal sealed class JsonCheck(Texts texts)
{
    private const int MostFaults = 100;

    /// <summary>The value as the type, or what is wrong with it.</summary>
    /// <param name="element">Of a document parsed before.</param>
    /// <param name="pointer">Where the element stands in its body.</param>
    /// <param name="faults">Gets what is wrong.</param>
    /// <param name="but">A field of the element that is somebody else's; empty where there is none.</param>
    public T? Read<T>(JsonElement element, string pointer, List<JsonFault> faults, string but = "")
        where T : class => (T?)Read(element, typeof(T), pointer, faults, but);

    public object? Read(JsonElement element, Type type, string pointer, List<JsonFault> faults, string but = "")
    {
        var before = faults.Count;
        Value(element, type, pointer, faults, but);
        if (faults.Count > before)
        {
            return null;
        }

        try
        {
            return element.Deserialize(type, ApiJson.Options);
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            faults.Add(new(pointer, texts["json_type"]));
            return null;
        }
    }

    private void Value(JsonElement element, Type type, string pointer, List<JsonFault> faults, string but)
    {
        if (faults.Count >= MostFaults)
        {
            return;
        }

        var info = ApiJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                Object(element, info, pointer, faults, but);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var item = type.GetGenericArguments()[0];
                var at = 0;
                foreach (var value in element.EnumerateArray())
                {
                    Value(value, item, pointer + "/" + (at++).ToString(CultureInfo.InvariantCulture), faults, "");
                }

                break;
            default:
                if (!Fits(element, info.Type))
                {
                    faults.Add(new(pointer, Expected(info.Type)));
                }

                break;
        }
    }

    private void Object(JsonElement element, JsonTypeInfo info, string pointer, List<JsonFault> faults, string but)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new(pointer, texts["json_object"]));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            var name = field.Name;
            var place = pointer + "/" + Escape(name);
            var property = info.Properties.FirstOrDefault(known => known.Name == name && IsTaken(known));
            if (!seen.Add(name))
            {
                faults.Add(new(place, texts["json_twice"]));
            }
            else if (property is null && name != but)
            {
                faults.Add(new(place, texts["json_unknown"]));
            }
            else if (property is not null && !(field.Value.ValueKind == JsonValueKind.Null && property.IsSetNullable))
            {
                Value(field.Value, property.PropertyType, place, faults, "");
            }
        }

        faults.AddRange(info.Properties
            .Where(known => IsTaken(known) && IsRequired(known) && !seen.Contains(known.Name))
            .Select(known => new JsonFault(pointer + "/" + known.Name, texts["json_missing"])));
    }

    private static bool Fits(JsonElement element, Type type)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        try
        {
            return element.Deserialize(type, ApiJson.Options) is not null;
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            return false;
        }
    }

    private Label Expected(Type type)
    {
        if (type.IsEnum)
        {
            var names = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
            var label = texts["json_choice"];
            return new(
                string.Format(CultureInfo.InvariantCulture, label.Zh, names),
                string.Format(CultureInfo.InvariantCulture, label.En, names));
        }

        return texts[
            type == typeof(Money) || type == typeof(Qty) ? "json_amount"
            : type == typeof(decimal) ? "json_decimal"
            : type == typeof(DateTimeOffset) ? "json_moment"
            : type == typeof(DateOnly) ? "json_date"
            : type == typeof(bool) ? "json_bool"
            : type == typeof(int) || type == typeof(long) ? "json_whole"
            : type == typeof(string) ? "json_text"
            : "json_type"];
    }

    private static bool IsTaken(JsonPropertyInfo property) =>
        property.Set is not null || property.AssociatedParameter is not null;

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static bool IsOfInput(Exception fault) => fault
        is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException;

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
