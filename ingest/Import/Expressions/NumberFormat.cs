using System.Globalization;

namespace Analytics.Ingest.Import.Expressions;

/// <summary>How the source spells numbers. Without a thousands separator in the mapping, a number that has one is
/// refused: "1,234" is 1.234 to one half of the world.</summary>
internal sealed record NumberFormat(char DecimalPoint, char? Thousands)
{
    public static readonly NumberFormat Plain = new('.', null);

    private const string Separators = ",.'， \u00a0\u2009\u202f_";

    public Value Parse(string text)
    {
        var digits = text.AsSpan().Trim();
        if (digits.IsEmpty)
        {
            return Value.Wrong("此处应为数字，却是空的", "a number is needed here, and it is empty");
        }

        if (digits.Length > 64)
        {
            return NotANumber(text);
        }

        Span<char> plain = stackalloc char[digits.Length];
        var length = 0;
        var inWhole = true;
        for (var at = 0; at < digits.Length; at++)
        {
            var sign = digits[at];
            if (inWhole && sign == Thousands)
            {
                if (!StandsBeforeThreeDigits(digits, at))
                {
                    return NotANumber(text);
                }

                continue;
            }

            if (!char.IsAsciiDigit(sign) && sign is not ('+' or '-' or 'e' or 'E') && sign != DecimalPoint)
            {
                return Separators.Contains(sign, StringComparison.Ordinal) ? Separated(text, sign) : NotANumber(text);
            }

            inWhole &= sign is not ('e' or 'E') && sign != DecimalPoint;
            plain[length++] = sign == DecimalPoint ? '.' : sign;
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(plain[..length], Style, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : NotANumber(text);
    }

    private static bool StandsBeforeThreeDigits(ReadOnlySpan<char> digits, int at)
    {
        var after = digits[(at + 1)..];
        var run = after.IndexOfAnyExceptInRange('0', '9');
        return at > 0 && char.IsAsciiDigit(digits[at - 1]) && (run < 0 ? after.Length : run) == 3;
    }

    private static Value NotANumber(string text) => Value.Wrong($"“{text}”不是数字", $"'{text}' is not a number");

    private static Value Separated(string text, char sign) => Value.Wrong(
        $"“{text}”含分隔符“{sign}”；请去掉，或在映射的 numbers 中写明 thousands 或 decimal_point",
        $"'{text}' has the separator '{sign}': remove it, or state thousands or decimal_point under numbers in"
        + " the mapping");
}
