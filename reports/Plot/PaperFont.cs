using SkiaSharp;

namespace Analytics.Reports.Plot;

/// <summary>The font that pictures and printed pages are set in.</summary>
/// <remarks>The graphics library brings no fonts and does not look for one that has a character, so the machine's are
/// looked through once. Families known to stand well on a line go first.</remarks>
internal static class PaperFont
{
    private const int Chinese = '销';

    private static readonly string[] Preferred =
    [
        "WenQuanYi Micro Hei", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", "SimHei", "Noto Sans CJK SC",
    ];

    private static readonly Lazy<string?> WithChinese = new(Find);

    /// <summary>A family with Chinese characters; null where the machine has none.</summary>
    public static string? Family => WithChinese.Value;

    /// <summary>Whether a text can be set without such a family.</summary>
    public static bool IsLatin(string text) => text.All(character => character < 0x2E80);

    private static string? Find()
    {
        var installed = SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.Ordinal);
        return Preferred.Where(installed.Contains).Concat(installed.Order(StringComparer.Ordinal))
            .FirstOrDefault(HasChinese);
    }

    private static bool HasChinese(string family)
    {
        using var typeface = SKFontManager.Default.MatchFamily(family);
        return typeface?.ContainsGlyph(Chinese) == true;
    }
}
