using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What documents around orders say beside their lines, as rows.</summary>
internal static class SalesDetails
{
    /// <summary>Adds them to the desk's draft; or says why not.</summary>
    public static Refusal? Add(PostingDesk desk)
    {
        var (ownerId, refusal) = Owner(desk);
        if (refusal is not null)
        {
            return refusal;
        }

        var document = desk.Document;
        var row = new SalesDetailRow
        {
            Seq = desk.Head.Seq,
            ValidUntil = Number(document.ValidUntil),
            IsReserving = document.Reserves ? 1 : 0,
            ReservesUntil = Number(document.ReservesUntil),
            VehicleNo = document.VehicleNo,
            Route = document.Route,
            CommissionAmount = document.CommissionAmount.Units,
            CommissionTax = document.CommissionTax.Units,
            OwnerId = ownerId,
        };
        if (row != new SalesDetailRow { Seq = row.Seq })
        {
            desk.Draft.Other.Add(row);
        }

        var lineNo = 0;
        foreach (var line in desk.Lines.Where(line => line.Given.Vouchers is not null))
        {
            var vouchers = line.Given.Vouchers!;
            desk.Draft.Other.Add(new VoucherRangeRow
            {
                Seq = desk.Head.Seq,
                LineNo = ++lineNo,
                DocumentLineNo = line.Row.LineNo,
                Series = vouchers.Series,
                FromNo = vouchers.From,
                ToNo = vouchers.To,
            });
        }

        return null;
    }

    /// <summary>Whether a quotation held no longer on the day of the document.</summary>
    public static bool HasExpired(PostingDesk desk, DocumentRow head) =>
        head.Kind == DocumentKinds.Name(DocumentKind.Quotation)
        && desk.State.SalesDetail(head.Seq) is { ValidUntil: > 0 } detail
        && detail.ValidUntil < desk.Head.BusinessDate;

    private static (long Id, Refusal? Refusal) Owner(PostingDesk desk)
    {
        var code = desk.Document.OwnerCode;
        return code.Length == 0 ? (None.Id, null)
            : desk.State.Party(code) is not { } owner
                ? (None.Id, new Refusal(RefusalReason.UnknownParty, 0, code))
            : owner.IsActive == 0 ? (None.Id, new Refusal(RefusalReason.InactiveParty, 0, code))
            : owner.IsSupplier == 0 ? (None.Id, new Refusal(RefusalReason.WrongPartyRole, 0, code))
            : (owner.PartyId, null);
    }

    private static long Number(DateOnly? date) => date is { } stated ? Dates.Number(stated) : None.Id;
}
