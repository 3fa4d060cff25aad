using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>An open item while one submission settles it.</summary>
internal sealed class HeldItem(OpenItemRow row, long remaining, long freedOn, long originalSeq)
{
    public OpenItemRow Row { get; } = row;

    /// <summary>What is left, with the sign of the amount.</summary>
    public long Remaining { get; set; } = remaining;

    /// <summary>The last day on which something that had settled it was taken back, yyyymmdd; −1 where never.</summary>
    public long FreedOn { get; set; } = freedOn;

    /// <summary>The entry that the item's document takes back; −1 where none.</summary>
    public long OriginalSeq { get; } = originalSeq;

    public long Left => Math.Abs(Remaining);

    public bool IsDebit => Row.Amount > 0;

    /// <summary>The first day from which all that is left now was left: settled earlier, it could be settled twice at
    /// once as of some day between.</summary>
    public long FreeFrom => Math.Max(Row.BusinessDate, FreedOn);

    public string Name => string.Create(CultureInfo.InvariantCulture, $"#{Row.Seq} {Row.Account}/{Row.LineNo}");
}
