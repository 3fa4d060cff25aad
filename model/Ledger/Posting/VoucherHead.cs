using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The part of posting that all vouchers share: the head, its codes resolved and its rules checked.</summary>
internal static class VoucherHead
{
    /// <summary>The most pairs, items or amounts of one voucher.</summary>
    public const int MostPairs = 10_000;

    /// <summary>The voucher's row as a document; or why there is none.</summary>
    public static (DocumentRow? Head, Refusal? Refusal) Resolve(Voucher voucher, State state)
    {
        if (Dated(voucher.BusinessDate, state) is { } closed)
        {
            return (null, closed);
        }

        var store = voucher.StoreCode.Length == 0 ? null : state.Store(voucher.StoreCode);
        if (store is null && voucher.StoreCode.Length > 0)
        {
            return (null, new Refusal(RefusalReason.UnknownStore, 0, voucher.StoreCode));
        }

        var (kind, key) = (Voucher.KindOf(voucher), Voucher.KeyOf(voucher));
        return LifePosting.NumberTaken(kind, voucher.DocumentNo, key, state) is { } taken
            ? (null, taken)
            : (Row(voucher, store, state) with
            {
                Kind = kind, DocumentKey = key, ContentDigest = VoucherDigest.Of(voucher),
            }, null);
    }

    /// <summary>The draft of a voucher's entry.</summary>
    public static Draft Begin(DocumentRow head) => new(head.Seq, head.Kind) { Document = head };

    public static Refusal? Count(int count) => count switch
    {
        0 => new Refusal(RefusalReason.NoLines, 0, "0"),
        > MostPairs => new Refusal(RefusalReason.TooManyLines, 0, count.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Why the voucher cannot even be looked up; null where it can.</summary>
    public static Refusal? Invalid(Voucher voucher) =>
        voucher.DocumentNo.Length == 0 ? new Refusal(RefusalReason.CodeMissing, 0, "document_no")
        : Texts.FirstInvalid(
            [
                voucher.DocumentNo, voucher.Key, voucher.StoreCode, voucher.Note, voucher.Source, .. Own(voucher),
            ]) is { } text
            ? new Refusal(RefusalReason.TextInvalid, 0, text)
        : null;

    /// <summary>Texts of the voucher beyond those of every voucher.</summary>
    private static string[] Own(Voucher voucher) => voucher switch
    {
        AutoAllocation auto => [auto.Account, auto.PartyCode],
        AllocationReversal reversal => [reversal.OfKind, reversal.OfNo],
        WriteOff writeOff => [writeOff.PartyCode, writeOff.ToPartyCode, writeOff.ContraAccount],
        _ => [],
    };

    private static Refusal? Dated(DateOnly date, State state) =>
        !Dates.IsInRange(date) ? new Refusal(RefusalReason.DateOutOfRange, 0, Dates.Text(date))
        : Dates.Number(date) <= state.ClosedTo ? new Refusal(RefusalReason.ClosedPeriod, 0, Dates.Text(date))
        : null;

    private static DocumentRow Row(Voucher voucher, StoreRow? store, State state) => new()
    {
        Seq = state.Seq + 1,
        DocumentNo = voucher.DocumentNo,
        Source = voucher.Source,
        BusinessAt = state.Day.At(voucher.BusinessDate.ToDateTime(TimeOnly.MinValue) + state.Day.CutOver)
            .ToUnixTimeMilliseconds(),
        BusinessDate = Dates.Number(voucher.BusinessDate),
        LegalEntityId = store?.LegalEntityId ?? None.Id,
        StoreVersionId = store?.VersionId ?? None.Id,
        StoreId = store?.StoreId ?? None.Id,
        DepotId = store?.StoreId ?? None.Id,
        PartyVersionId = None.Id,
        PartyId = None.Id,
        SettlementPartyId = None.Id,
        EmployeeVersionId = None.Id,
        EmployeeId = None.Id,
        ProjectId = None.Id,
        ChannelId = None.Id,
        Tender = "account",
        Note = voucher.Note,
        OriginalSeq = None.Id,
    };
}
