namespace Analytics.Ledger.Posting;

/// <summary>The words of <c>refusals.csv</c>: reason, 中文, English; {0} stands for what is concerned.</summary>
internal static class RefusalTexts
{
    private static readonly Dictionary<RefusalReason, (string Zh, string En)> Texts = PipedRows.Of("refusals.csv")
        .ToDictionary(row => Enum.Parse<RefusalReason>(row[0]), row => (row[1], row[2]));

    public static string Chinese(Refusal refusal) => Say(Texts[refusal.Reason].Zh, refusal, "第 {0} 行：");

    public static string English(Refusal refusal) => Say(Texts[refusal.Reason].En, refusal, "line {0}: ");

    private static string Say(string text, Refusal refusal, string line)
    {
        var said = text.Replace("{0}", refusal.What, StringComparison.Ordinal);
        var at = refusal.LineNo.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return refusal.LineNo > 0 ? line.Replace("{0}", at, StringComparison.Ordinal) + said : said;
    }
}
