using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The part of posting that all vouchers share: the head, its codes resolved and its rules checked.</summary>
internal static class VoucherHead
{
    /// <summary>The most pairs, items or amounts of one voucher.</summary>
    public const int MostPairs = 10_000;

    /// <summary>The voucher's row as a document, or how it ended: refused, or already there.</summary>
    /// <param name="voucher">As it was handed in.</param>
    /// <param name="kind">Its kind in the book.</param>
    /// <param name="state">The book's.</param>
    /// <param name="texts">Texts of the voucher beyond those of every voucher.</param>
    public static (DocumentRow? Head, Outcome Ended) Resolve(
        Voucher voucher, string kind, State state, params ReadOnlySpan<string> texts)
    {
        if (Invalid(voucher, texts) is { } invalid)
        {
            return (null, invalid);
        }

        var key = voucher.Key.Length > 0 ? voucher.Key : $"{kind}:{voucher.DocumentNo}";
        var digest = VoucherDigest.Of(voucher);
        if (state.FindDocument(key) is { } known)
        {
            return (null, known.Digest == digest
                ? Outcome.Already(known.Seq)
                : new Refusal(RefusalReason.DuplicateKey, 0, key));
        }

        if (Dated(voucher.BusinessDate, state) is { } closed)
        {
            return (null, closed);
        }

        var store = voucher.StoreCode.Length == 0 ? null : state.Store(voucher.StoreCode);
        if (store is null && voucher.StoreCode.Length > 0)
        {
            return (null, new Refusal(RefusalReason.UnknownStore, 0, voucher.StoreCode));
        }

        return state.FindNumber(kind, voucher.DocumentNo) is not null
            ? (null, new Refusal(RefusalReason.DuplicateDocumentNo, 0, voucher.DocumentNo))
            : (Row(voucher, store, state) with { Kind = kind, DocumentKey = key, ContentDigest = digest }, default);
    }

    /// <summary>The draft of a voucher's entry.</summary>
    public static Draft Begin(DocumentRow head) => new(head.Seq, head.Kind);

    /// <summary>The voucher stands as a posted document.</summary>
    public static Draft Finish(Draft draft, DocumentRow head, string actor)
    {
        draft.Document = head;
        draft.Documents[head.DocumentKey] = new DocumentState(
            head.Kind, head.DocumentNo, DocumentStatus.Posted, head.Seq, None.Id, head.ContentDigest, actor, "");
        draft.Numbers[(head.Kind, head.DocumentNo)] = (head.Seq, head.DocumentKey);
        return draft;
    }

    public static Refusal? Count(int count) => count switch
    {
        0 => new Refusal(RefusalReason.NoLines, 0, "0"),
        > MostPairs => new Refusal(RefusalReason.TooManyLines, 0, count.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static Refusal? Invalid(Voucher voucher, ReadOnlySpan<string> texts) =>
        voucher.DocumentNo.Length == 0 ? new Refusal(RefusalReason.CodeMissing, 0, "document_no")
        : Texts.FirstInvalid(
            [voucher.DocumentNo, voucher.Key, voucher.StoreCode, voucher.Note, voucher.Source, .. texts]) is { } text
            ? new Refusal(RefusalReason.TextInvalid, 0, text)
        : null;

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
