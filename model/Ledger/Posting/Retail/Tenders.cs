using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What documents share that are settled at a till.</summary>
internal static class Tenders
{
    /// <summary>Before anything moves: is the day open, what is each line's price, what is it settled with.</summary>
    public static Refusal? Open(PostingDesk desk, List<LineDraft> lines, bool isApproved)
    {
        if (!isApproved && Late(desk.State, desk.Head) is { } late)
        {
            return late;
        }

        if (desk.Document.Insurance is { } insurance)
        {
            desk.Draft.Other.Add(Row(insurance, desk.Head.Seq));
        }

        if (Pricing.Of(desk, lines) is { } unpriced)
        {
            return unpriced;
        }

        if (desk.Document.Tenders.Count == 0)
        {
            return desk.Document.Change.Units == 0
                ? null
                : new Refusal(RefusalReason.ChangeTooLarge, 0, desk.Document.Change.ToString());
        }

        if (desk.Document.Kind == DocumentKind.SaleReturn && desk.Document.OriginalNo.Length > 0
            && desk.State.FindNumber(DocumentKinds.Name(DocumentKind.Sale), desk.Document.OriginalNo) is { Seq: > 0 }
                original)
        {
            desk.TakesBack(original.Seq);
        }

        var (own, refusal) = TenderDesk.Take(desk, lines);
        desk.Tenders = own;
        return refusal;
    }

    /// <summary>Once all is booked: what it earns the member, and whose customer he is.</summary>
    public static void Close(PostingDesk desk)
    {
        if (desk.Document.Kind is not (DocumentKind.Sale or DocumentKind.SaleReturn) || desk.Head.PartyId == None.Id)
        {
            return;
        }

        Members.Earn(desk);
        FirstClerks.Add(desk);
    }

    /// <summary>Why a ticket cannot be of its day; null where it can.</summary>
    public static Refusal? Closed(State state, DocumentRow head) =>
        IsTicket(head.Kind) && state.DayCloseOf(head.StoreId, head.BusinessDate) != None.Id
            ? new Refusal(RefusalReason.DayClosed, 0, state.StoreById(head.StoreId).StoreCode)
            : null;

    /// <summary>Why a ticket comes too late for its day; null where it does not, or a rule of approval lets it in once
    /// it is approved.</summary>
    public static Refusal? Late(State state, DocumentRow head) =>
        Closed(state, head) is { } closed && !MayComeLate(state, head) ? closed : null;

    /// <summary>Adds to what the day was settled with.</summary>
    public static void Count(Draft draft, DocumentRow head, DocumentTenderRow row)
    {
        var key = new TenderDayKey(head.StoreId, head.BusinessDate, head.ShiftNo, head.TillCode, row.TenderId);
        draft.TenderDays[key] = draft.TenderDays.GetValueOrDefault(key) + row.Amount;
    }

    private static bool IsTicket(string kind) => kind is "sale" or "sale_return" or "top_up" or "stored_value_refund";

    /// <summary>Whether a rule of approval lets tickets of closed days in, once they are approved.</summary>
    private static bool MayComeLate(State state, DocumentRow head) => state.ApprovalRules.All.Any(rule =>
        rule is { IsActive: 1, TriggerKind: "day_closed" }
        && (rule.DocumentKind.Length == 0 || rule.DocumentKind == head.Kind));

    private static DocumentInsuranceRow Row(InsuranceSettlement insurance, long seq) => new()
    {
        Seq = seq,
        SettlementId = insurance.SettlementId,
        VisitNo = insurance.VisitNo,
        SettlementType = insurance.SettlementType,
        FeeSettlementType = insurance.FeeSettlementType,
        PrescriptionNo = insurance.PrescriptionNo,
        PrescriberName = insurance.PrescriberName,
        PrescriberCertificateNo = insurance.PrescriberCertificateNo,
        PharmacistName = insurance.PharmacistName,
        PharmacistLicenceNo = insurance.PharmacistLicenceNo,
    };
}
