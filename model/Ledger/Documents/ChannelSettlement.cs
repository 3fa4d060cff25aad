using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>渠道结算: a payment platform pays what it owes, less its fee; may settle its debit items at once.</summary>
/// <remarks>The fee is 财务费用. Where the document does not say it, it is what it settles times the means of payment's
/// rate, to the cent, and money and fee must then be what it settles.</remarks>
internal static class ChannelSettlement
{
    private const long RateScale = 1_000_000;
    private const long Cent = 100;

    public static readonly DocumentForm Form =
        new(DocumentParts.MoneyLines | DocumentParts.Settles | DocumentParts.Fee, Move, Settle);

    private static Refusal? Move(PostingDesk desk)
    {
        var document = desk.Document;
        if (desk.State.Tender(document.ChannelTenderCode) is not { } tender)
        {
            return MasterKinds.Unknown(MasterKinds.Tender, document.ChannelTenderCode);
        }

        var isByParty = Account.IsByParty(tender.AccountCode);
        if (tender.IsDiscount == 1 || tender.AccountCode == Account.StoredValue
            || (isByParty && tender.PartyId != desk.Head.SettlementPartyId)
            || (!isByParty && document.Settles.Count > 0) || document.RestAccount.Length > 0)
        {
            return new Refusal(RefusalReason.TenderInvalid, 0, tender.TenderCode);
        }

        return Money(desk) ?? Items(desk, tender) ?? Balance(desk, tender);
    }

    private static Refusal? Money(PostingDesk desk)
    {
        for (var at = 0; at < desk.Document.MoneyLines.Count; at++)
        {
            var line = desk.Document.MoneyLines[at];
            if (line.Account is not (Account.Cash or Account.Bank or Account.OtherMoney))
            {
                return new Refusal(RefusalReason.UnknownAccount, at + 1, line.Account);
            }

            if (line.Amount.Units <= 0)
            {
                return new Refusal(RefusalReason.AmountNotPositive, at + 1, line.Amount.ToString());
            }
        }

        return null;
    }

    private static Refusal? Items(PostingDesk desk, TenderRow tender)
    {
        var items = new AllocationDesk(desk.State, desk.Draft, desk.Head.BusinessDate);
        for (var at = 0; at < desk.Document.Settles.Count; at++)
        {
            var settles = desk.Document.Settles[at];
            var (item, unknown) = items.Find(settles.Item, tender.AccountCode, at + 1);
            var wrong = unknown
                ?? (item!.Row.PartyId != tender.PartyId || item.Row.Account != tender.AccountCode
                    ? new Refusal(RefusalReason.AllocationAcross, at + 1, item.Name)
                    : !item.IsDebit ? new Refusal(RefusalReason.AllocationOneSided, at + 1, item.Name)
                    : items.Plan(item, settles.Amount?.Units ?? item.Left, at + 1));
            if (wrong is not null)
            {
                return wrong;
            }
        }

        desk.Draft.Allocations = items;
        return null;
    }

    private static Refusal? Balance(PostingDesk desk, TenderRow tender)
    {
        var (document, settled) = (desk.Document, desk.Draft.Allocations!.Planned.Sum(one => one.Amount));
        var net = document.MoneyLines.Sum(line => line.Amount.Units);
        if (document.Fee is null && settled == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "fee");
        }

        if (document.Fee is { } fee && fee < Ledger.Money.Zero)
        {
            return new Refusal(RefusalReason.AmountNegative, 0, fee.ToString());
        }

        var gross = net + Fee(desk, tender);
        return gross < settled || (document.Fee is null && gross != settled)
            ? new Refusal(RefusalReason.Unbalanced, 0, $"{new Money(gross)} ≠ {new Money(settled)}")
            : null;
    }

    private static long Fee(PostingDesk desk, TenderRow tender) => desk.Document.Fee?.Units
        ?? Exact.MulDiv(desk.Document.Settles.Count == 0 ? 0 : Settled(desk), tender.FeeRate, RateScale * Cent) * Cent;

    private static long Settled(PostingDesk desk) => desk.Draft.Allocations!.Planned.Sum(one => one.Amount);

    private static void Settle(PostingDesk desk)
    {
        var tender = desk.State.Tender(desk.Document.ChannelTenderCode)!;
        foreach (var line in desk.Document.MoneyLines)
        {
            desk.Pay(line.Account, tender.AccountCode, line.Amount.Units);
        }

        desk.Pay(Account.FinanceExpense, tender.AccountCode, Fee(desk, tender));
    }
}
