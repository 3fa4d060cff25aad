using System.Text.Json;
using Analytics.Ledger.Posting;

namespace Analytics.Dashboard.Api.Problems;

/// <summary>How the Ledger's refusals look from outside: a name in an address, and an HTTP status.</summary>
internal static class RefusalProblems
{
    private static readonly Dictionary<string, RefusalReason> Reasons =
        Enum.GetValues<RefusalReason>().ToDictionary(Name, StringComparer.Ordinal);

    public static string Name(RefusalReason reason) => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString());

    public static RefusalReason? Find(string name) => Reasons.TryGetValue(name, out var reason) ? reason : null;

    /// <summary>403 nobody lets you, 404 not there, 409 the book stands in the way as it is now, 422 what was handed in
    /// is wrong whatever the book.</summary>
    public static int Status(RefusalReason reason) => reason switch
    {
        RefusalReason.NotFourEyes => 403,

        RefusalReason.UnknownDocument => 404,

        RefusalReason.InsufficientStock or RefusalReason.ClosedPeriod or RefusalReason.DuplicateKey
            or RefusalReason.DuplicateDocumentNo or RefusalReason.ExceedsOriginal or RefusalReason.OriginalReversed
            or RefusalReason.WrongStatus or RefusalReason.OriginalTakenBack or RefusalReason.ReversalOfReversal
            or RefusalReason.PeriodNotOver or RefusalReason.InactiveItem or RefusalReason.InactiveParty
            or RefusalReason.InactiveEmployee or RefusalReason.InactiveMaster or RefusalReason.StoreClosed
            or RefusalReason.CostClassFixed or RefusalReason.ItemMoved or RefusalReason.PriceHeld
            or RefusalReason.FieldFixed or RefusalReason.AmbiguousOpenItem or RefusalReason.AllocationExceedsItem
            or RefusalReason.AllocationTooEarly or RefusalReason.AllocationTakenBack or RefusalReason.NothingToAllocate
            or RefusalReason.ItemAllocated or RefusalReason.VoucherNotReversed or RefusalReason.BatchDiffers
            or RefusalReason.BatchExpired or RefusalReason.StockFrozen or RefusalReason.NotFrozen
            or RefusalReason.BinLocked or RefusalReason.TraceCodeElsewhere or RefusalReason.TraceCodeOnHand
            or RefusalReason.TraceCodeSold or RefusalReason.TraceCodeNotSold or RefusalReason.ItemHasBatches
            or RefusalReason.OriginalEnded or RefusalReason.BudgetExceeded or RefusalReason.CreditExceeded
            or RefusalReason.NoteReversedLater or RefusalReason.InvoiceNoTaken or RefusalReason.NotRequested
            or RefusalReason.OriginalExpired or RefusalReason.StockReserved
            or RefusalReason.NothingDelivered or RefusalReason.VoucherKnown or RefusalReason.VoucherUsed
            or RefusalReason.VoucherNotExpired => 409,

        _ => 422,
    };
}
