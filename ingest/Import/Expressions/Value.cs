using System.Globalization;

namespace Analytics.Ingest.Import.Expressions;

internal enum ValueKind : byte
{
    Text,
    Number,
    Truth,
    Fault,
}

/// <summary>What a formula gives for a row: text, an exact decimal, true or false, or a fault that says what is wrong.
/// </summary>
/// <remarks>A fault is a value, not an exception, because a file may hold millions of bad rows; it wins over whatever
/// it is combined with. The default value is the empty text.</remarks>
internal readonly record struct Value
{
    private readonly object? content;
    private readonly decimal number;

    private Value(ValueKind kind, object? content, decimal number)
    {
        Kind = kind;
        this.content = content;
        this.number = number;
    }

    public ValueKind Kind { get; }

    public bool IsFault => Kind == ValueKind.Fault;

    public Words Fault => (Words)this.content!;

    public static Value Of(string text) => new(ValueKind.Text, text, 0);

    public static Value Of(decimal number) => new(ValueKind.Number, null, number);

    public static Value Of(bool truth) => new(ValueKind.Truth, null, truth ? 1 : 0);

    public static Value Wrong(Words why) => new(ValueKind.Fault, why, 0);

    public static Value Wrong(string zh, string en) => Wrong(new Words(zh, en));

    /// <summary>The text; a number in its shortest exact form, "true" or "false".</summary>
    public string AsText() => Kind switch
    {
        ValueKind.Number => this.number.ToString("0.############################", CultureInfo.InvariantCulture),
        ValueKind.Truth => this.number == 0 ? "false" : "true",
        _ => (string?)this.content ?? "",
    };

    /// <summary>The number itself, or the one that the text spells; else a fault.</summary>
    public Value ToNumber(NumberFormat format) => Kind switch
    {
        ValueKind.Number or ValueKind.Fault => this,
        ValueKind.Text => format.Parse(AsText()),
        _ => Wrong($"“{AsText()}”不是数字", $"'{AsText()}' is not a number"),
    };

    /// <summary>True or false itself, or what the text "true", "false", "1", "0", "yes", "no" says; else a
    /// fault.</summary>
    public Value ToTruth()
    {
        if (Kind is ValueKind.Truth or ValueKind.Fault)
        {
            return this;
        }

        return AsText().Trim().ToLowerInvariant() switch
        {
            "true" or "1" or "yes" or "是" => Of(true),
            "false" or "0" or "no" or "否" or "" => Of(false),
            var other => Wrong($"“{other}”不是真假值", $"'{other}' is neither true nor false"),
        };
    }

    /// <summary>Only for a value that is known to be a number.</summary>
    public decimal Number => this.number;

    /// <summary>Only for a value that is known to be true or false.</summary>
    public bool Truth => this.number != 0;
}
