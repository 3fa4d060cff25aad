using System.Globalization;

namespace Analytics.Star;

/// <summary>A text that a person reads, in both languages of the product.</summary>
public readonly record struct Label(string Zh, string En)
{
    /// <summary>The text for a culture: Chinese unless the culture's language is English, because zh-CN is the default.
    /// </summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? En : Zh;
    }
}
