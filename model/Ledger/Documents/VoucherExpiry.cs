using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>代金券过期: vouchers that will not be redeemed, their last day being over where they have one.</summary>
/// <remarks>Moves nothing. The advance of whoever bought them against other income.</remarks>
internal static class VoucherExpiry
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Vouchers, Move, Settle)
    {
        Party = PartyRole.Customer,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var vouchers = new VoucherDesk(desk);
        foreach (var line in desk.Lines)
        {
            var (used, terms, refusal) = vouchers.Use(line);
            refusal ??= terms is { ValidUntil: > 0 } && terms.ValidUntil >= desk.Head.BusinessDate
                ? VoucherDesk.Of(RefusalReason.VoucherNotExpired, line, line.Given.Vouchers!.From)
                : null;
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Plan(used!);
        }

        return null;
    }

    private static void Settle(PostingDesk desk) => desk.Pay(
        Account.AdvanceReceived, Account.OtherIncome, desk.Booked.Sum(line => line.NetAmount + line.TaxAmount));
}
