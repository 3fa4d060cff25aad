namespace Analytics.Ledger.Posting;

/// <summary>What the book accepts as text: at most 200 characters, none of them a control character or half of a
/// pair.</summary>
internal static class Texts
{
    private const int MaxLength = 200;

    /// <summary>The first text that is not acceptable, shortened and made printable; null where all are.</summary>
    public static string? FirstInvalid(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > MaxLength || text.Any(char.IsControl) || HasHalf(text))
            {
                var start = text.Length > 40 ? text[..40] + "…" : text;
                return string.Concat(start.Select(
                    letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
            }
        }

        return null;
    }

    /// <summary>Half of a surrogate pair has no UTF-8: two texts that differ in it would become one.</summary>
    private static bool HasHalf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }

            at++;
        }

        return false;
    }
}
