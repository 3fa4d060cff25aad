using System.Xml;

namespace Analytics.Reports.Export;

/// <summary>What of a text a cell of a workbook can hold.</summary>
internal static class XlsxText
{
    private const int MostCharacters = 32_767;

    /// <summary>Without the characters that no workbook can hold, and within a cell's length.</summary>
    public static string Writable(string text)
    {
        var kept = IsWritable(text) ? text : string.Concat(text.Select((c, at) => IsWritable(text, at) ? c : ' '));
        return kept.Length <= MostCharacters ? kept
            : kept[..(char.IsHighSurrogate(kept[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
    }

    private static bool IsWritable(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsWritable(text, at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Half of a character of two is none.</summary>
    private static bool IsWritable(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at])
            ? at > 0 && char.IsHighSurrogate(text[at - 1])
            : XmlConvert.IsXmlChar(text[at]);
}
