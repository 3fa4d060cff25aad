using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Analytics.Ledger;

namespace Analytics.Dashboard.Api.Json;

/// <summary>How the API reads and writes the Ledger's own records: their names in snake_case, numbers exact, choices by
/// name. A field that a record gains is a field of the API.</summary>
internal static class ApiJson
{
    /// <summary>For bodies that come in and answers that go out.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    /// <summary>Sets the form on options that describe or write for us.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // Chinese stays readable in the JSON of an answer.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new MoneyConverter());
        options.Converters.Add(new QtyConverter());
        options.Converters.Add(new DecimalConverter());
        options.Converters.Add(new MomentConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { HideActor } };
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        Apply(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Who hands in is the token, whatever the body says.</summary>
    private static void HideActor(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(Submission)))
        {
            return;
        }

        foreach (var property in type.Properties.Where(property => property.Name == "actor").ToList())
        {
            type.Properties.Remove(property);
        }
    }
}
