namespace Analytics.Ledger.Posting;

/// <summary>What the book accepts as text: at most 200 characters, no control characters.</summary>
internal static class Texts
{
    private const int MaxLength = 200;

    /// <summary>The first text that is not acceptable, shortened and made printable; null where all are.</summary>
    public static string? FirstInvalid(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > MaxLength || text.Any(char.IsControl))
            {
                var start = text.Length > 40 ? text[..40] + "…" : text;
                return string.Concat(start.Select(letter => char.IsControl(letter) ? '?' : letter));
            }
        }

        return null;
    }
}
