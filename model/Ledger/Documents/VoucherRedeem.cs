using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>代金券配送: goods given for vouchers, for what each was sold for.</summary>
/// <remarks>Stock from the depot to the customer; the advance of whoever bought the vouchers against revenue and output
/// tax; cost of sales against inventory. A voucher is good once, and not after its last day.</remarks>
internal static class VoucherRedeem
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Vouchers | DocumentParts.Carriage, Move, Settle)
    {
        Party = PartyRole.Customer,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var vouchers = new VoucherDesk(desk);
        foreach (var line in desk.Lines)
        {
            var (used, terms, refusal) = vouchers.Use(line);
            refusal ??= terms is { ValidUntil: > 0 } && terms.ValidUntil < desk.Head.BusinessDate
                ? VoucherDesk.Of(RefusalReason.OriginalExpired, line, line.Given.Vouchers!.From)
                : SaleGoods.Out(desk, used!, Location.Customer);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static void Settle(PostingDesk desk) => SaleGoods.Settle(desk, Account.AdvanceReceived);
}
