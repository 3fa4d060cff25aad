using System.Globalization;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Tables;

/// <summary>A column of a table that users keep.</summary>
/// <param name="Member">The field of the master it fills.</param>
/// <param name="Name">Its head in both languages.</param>
/// <param name="Takes">What it takes, for people.</param>
/// <param name="IsKey">Whether it tells rows apart.</param>
internal sealed record KeptColumn(Member Member, Words Name, Words Takes, bool IsKey)
{
    private const string Truth = "boolean";
    private const decimal PriceScale = 1_000_000;

    /// <summary>Of a column of choices: the names of the API, and their words.</summary>
    public IReadOnlyList<(string Name, Words Words)> Choices { get; init; } = [];

    /// <summary>Whether a row without it is refused, and a file too.</summary>
    public bool IsNeeded => Member.IsNeeded && Member.Type != typeof(string);

    public bool IsCalled(string head) =>
        head.Equals(Name.Zh, StringComparison.OrdinalIgnoreCase)
        || head.Equals(Name.En, StringComparison.OrdinalIgnoreCase);

    /// <param name="text">The cell, not blank.</param>
    /// <param name="day">When a business day begins.</param>
    /// <param name="fault">What is wrong, where null is returned.</param>
    public object? Read(string text, BusinessDay day, out Words fault)
    {
        fault = default;
        if (!Member.Type.IsEnum)
        {
            var value = Cell.Read(Member, Plain(text), day, out var wrong);
            fault = value is null ? At(wrong) : default;
            return value;
        }

        var name = Choices.FirstOrDefault(one => IsOne(one, text.Trim())).Name;
        var choice = Enum.GetValues(Member.Type).Cast<Enum>().FirstOrDefault(one => Spellings.Snake($"{one}") == name);
        fault = choice is null
            ? At(new($"“{text}”不行；此列填：{Takes.Zh}", $"'{text}' will not do; the column takes {Takes.En}"))
            : default;
        return choice;
    }

    /// <summary>A value as the book stores it, as <see cref="Read"/> takes it: text, or a number.</summary>
    public object Show(object stored, bool isChinese) => stored switch
    {
        string text when Member.Type.IsEnum => Pick(Choices.First(one => one.Name == text).Words, isChinese),
        string text => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@') ? "'" + text : text,
        long number when Member.Type == typeof(bool) => Said(number != 0 ? "true" : "false", isChinese),
        long number when Member.Type == typeof(DateOnly) => number < 0 ? "" : DateTime.ParseExact(
                number.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long number when number < 0 && !Member.IsNeeded => "",
        long number when Member.Type == typeof(Money) => Bare((decimal)number / Money.Scale),
        long number when Member.Type == typeof(Qty) => Bare((decimal)number / Qty.Scale),
        long number when Member.Type == typeof(decimal) => Bare(number / PriceScale),
        _ => stored,
    };

    private Words At(Words fault) => new($"{Name.Zh}：{fault.Zh}", $"{Name.En}: {fault.En}");

    private static bool IsOne((string Name, Words Words) choice, string text) =>
        new[] { choice.Name, choice.Words.Zh, choice.Words.En }.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string Said(string choice, bool isChinese) => Pick(Spellings.OfChoice(Truth, choice), isChinese);

    private static string Pick(Words words, bool isChinese) => isChinese ? words.Zh : words.En;

    /// <summary>Without the zeros behind it.</summary>
    private static decimal Bare(decimal number) => number / 1.0000000000000000000000000000m;

    /// <summary>Without the apostrophe that keeps a spreadsheet from running a text.</summary>
    private static string Plain(string text) =>
        text.Length > 1 && text[0] == '\'' && text[1] is ('=' or '+' or '-' or '@') ? text[1..] : text;
}
