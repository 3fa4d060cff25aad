using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>交接班: what was counted in the tills when a shift ended, beside what its tickets said by then.</summary>
/// <remarks>Books nothing: what is short or over is booked when the day is closed.</remarks>
internal static class ShiftHandover
{
    public static readonly DocumentForm Form = new(DocumentParts.Counts, Move, static _ => { });

    private static Refusal? Move(PostingDesk desk)
    {
        if (desk.Document.Counts.Count == 0 || desk.Document.RestAccount.Length > 0)
        {
            return desk.Document.Counts.Count == 0
                ? new Refusal(RefusalReason.NoLines, 0, "counts")
                : new Refusal(RefusalReason.PartNotTaken, 0, "shift_handover: rest_account");
        }

        return TillCounts.Enter(desk, isWholeDay: false);
    }
}
