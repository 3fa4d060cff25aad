using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Ingest.Import.Expressions;

/// <summary>An expression over the columns of a row, as a mapping states it; a JSON number, true or false is a
/// constant.</summary>
/// <remarks>A text that is no formula is kept with what is wrong, so that all mistakes of a mapping are said at once.
/// </remarks>
[JsonConverter(typeof(FromJson))]
internal sealed class Formula
{
    private const int MaxLength = 4_000;

    public Formula(string text)
    {
        Text = text;
        try
        {
            Root = text.Length <= MaxLength
                ? Parser.Parse(text)
                : throw new FormulaException(MaxLength, $"longer than {MaxLength} characters");
        }
        catch (FormulaException wrong)
        {
            Root = new Node.Constant(default, 1);
            var shown = text.Length <= MaxLength ? text : text[..40] + "…";
            Error = $"at character {wrong.At} of \"{shown}\": {wrong.Message}";
        }
    }

    public string Text { get; }

    public Node Root { get; }

    public string? Error { get; }

    /// <summary>The text it always gives; null where it depends on the row.</summary>
    public string? Fixed => Root is Node.Constant constant ? constant.Value.AsText() : null;

    private sealed class FromJson : JsonConverter<Formula>
    {
        public override Formula Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String => new Formula(reader.GetString()!),
                JsonTokenType.Number => new Formula(System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
                JsonTokenType.True => new Formula("true"),
                JsonTokenType.False => new Formula("false"),
                _ => throw new JsonException("a formula is a text, a number, true or false"),
            };

        public override void Write(Utf8JsonWriter writer, Formula value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
