using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>请付款单: open items of a supplier that are to be paid, each in whole or in part; a payment follows it, or it
/// is ended with the rest unpaid.</summary>
/// <remarks>Moves nothing and settles nothing.</remarks>
internal static class PaymentRequest
{
    public static readonly DocumentForm Form = new(DocumentParts.Settles, PaymentRequests.Plan, static _ => { })
    {
        NeedsParty = true, IsPlan = true,
    };
}
