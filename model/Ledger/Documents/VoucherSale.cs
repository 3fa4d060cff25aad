using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>代金券销售: vouchers sold for goods to come, each for its part of the line's goods; until a day where they say
/// one.</summary>
/// <remarks>Moves nothing. Cash or receivable against an advance of the customer, tax included: revenue and tax come
/// with the goods.</remarks>
internal static class VoucherSale
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Vouchers | DocumentParts.ValidUntil, Move, Settle)
    {
        Party = PartyRole.Customer,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var vouchers = new VoucherDesk(desk);
        foreach (var line in desk.Lines)
        {
            if (vouchers.Sell(line) is { } refusal)
            {
                return refusal;
            }

            desk.Plan(line);
        }

        return null;
    }

    private static void Settle(PostingDesk desk) => desk.Pay(
        desk.Settlement(Account.Receivable), Account.AdvanceReceived,
        desk.Booked.Sum(line => line.NetAmount + line.TaxAmount));
}
