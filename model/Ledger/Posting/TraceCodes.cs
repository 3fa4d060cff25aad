using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Moves the trace codes (追溯码) of a document's lines: each pack is in one place.</summary>
/// <remarks>A code that was never received may be sold: stock older than the codes. It is at the customer then, and can
/// come back. A part of a pack may be sold under its code: the count is held against the quantity rounded up.</remarks>
internal sealed class TraceCodes(PostingDesk desk)
{
    private const int MaxLength = 100;

    /// <summary>Digits of a code of the national platform: all of twenty.</summary>
    private const int NationalLength = 20;

    private const string Gs1Signs = "!\"%&'()*+,-./:;<=>?_";

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private long rows;

    /// <summary>The batches the codes of a line are known to be of.</summary>
    public HashSet<long> BatchesOf(DocumentLine line) =>
    [
        .. line.TraceCodes.Select(code => desk.State.Pack(code)?.BatchId ?? None.Id).Where(id => id >= 0),
    ];

    /// <summary>Moves a line's codes into the depot.</summary>
    /// <param name="line">The line.</param>
    /// <param name="from">From the customer only what was sold.</param>
    /// <param name="parts">The line's goods.</param>
    /// <param name="originalSeq">The sale they come back from; −1 where not known.</param>
    public Refusal? In(LineDraft line, Location from, IReadOnlyList<StockPart> parts, long originalSeq) =>
        Move(line, parts, desk.Depot.StoreId, (code, pack) =>
            from == Location.Customer
                ? (IsSold(code, pack, originalSeq) ? null : RefusalReason.TraceCodeNotSold)
                : from is Location.Transit or Location.PricedTransfer or Location.Lent
                    ? (pack is null || pack.Location == (long)from ? null : RefusalReason.TraceCodeElsewhere)
                : (pack?.Location >= 0 ? RefusalReason.TraceCodeOnHand : null));

    /// <summary>Moves a line's codes out of the depot.</summary>
    public Refusal? Out(LineDraft line, long to, IReadOnlyList<StockPart> parts) =>
        Move(line, parts, to, (_, pack) =>
            pack is null || pack.Location == desk.Depot.StoreId ? null
            : pack.Location == (long)Location.Customer ? RefusalReason.TraceCodeSold
            : RefusalReason.TraceCodeElsewhere);

    /// <summary>Whether the customer has the pack of a code by a document.</summary>
    public bool IsSoldBy(string code, long seq) => IsSold(code, desk.State.Pack(code), seq);

    /// <summary>Makes a line's codes, lent to a customer, his own.</summary>
    public Refusal? Sold(LineDraft line, IReadOnlyList<StockPart> parts) =>
        Move(line, parts, (long)Location.Customer, (_, pack) =>
            pack is null || pack.Location == (long)Location.Lent ? null : RefusalReason.TraceCodeElsewhere);

    /// <summary>Whether the customer has the pack, by the sale where one is named: also after a return of it was
    /// reversed.</summary>
    private bool IsSold(string code, TracedPack? pack, long saleSeq) =>
        pack?.Location == (long)Location.Customer
        && (saleSeq == None.Id || pack.Seq == saleSeq
            || (desk.State.DocumentRow(pack.Seq).IsReversal == 1
                && desk.State.OtherRows<TraceCodeRow>(saleSeq)
                    .Any(row => row.Code == code)));

    private Refusal? Move(
        LineDraft line, IReadOnlyList<StockPart> parts, long location,
        Func<string, TracedPack?, RefusalReason?> misplaced)
    {
        if (line.Given.TraceCodes.Count == 0)
        {
            return null;
        }

        var lineNo = (int)line.Row.LineNo;
        if ((line.Given.TraceCodes.Count - 1) * Qty.Scale >= line.Row.EnteredQty)
        {
            return new Refusal(RefusalReason.TooManyTraceCodes, lineNo, string.Create(
                CultureInfo.InvariantCulture, $"{line.Given.TraceCodes.Count} > {line.Given.Quantity}"));
        }

        foreach (var code in line.Given.TraceCodes)
        {
            var pack = IsCode(code) ? desk.State.Pack(code) : null;
            var isOther = pack is not null
                && (pack.ItemId != line.Item.ItemId
                    || (!IsOutside(pack) && !parts.Any(part => part.BatchId == pack.BatchId)));
            RefusalReason? reason = !IsCode(code) ? RefusalReason.TraceCodeInvalid
                : !seen.Add(code) ? RefusalReason.TraceCodeTwice
                : misplaced(code, pack) ?? (isOther ? RefusalReason.TraceCodeElsewhere : null);
            if (reason is { } wrong)
            {
                return new Refusal(wrong, lineNo, Shown(code));
            }

            desk.Draft.Other.Add(new TraceCodeRow
            {
                Seq = desk.Head.Seq,
                LineNo = ++rows,
                DocumentLineNo = line.Row.LineNo,
                ItemId = line.Item.ItemId,
                BatchId = pack is not null && (!IsOutside(pack) || parts.Any(part => part.BatchId == pack.BatchId))
                    ? pack.BatchId
                    : parts[0].BatchId,
                Location = location,
                Code = code,
            });
        }

        return null;
    }

    /// <summary>Whether it is neither in a depot nor at a customer: coming back, it may be of another batch than it
    /// was taken for.</summary>
    private static bool IsOutside(TracedPack pack) => pack.Location < 0 && pack.Location != (long)Location.Customer;

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= MaxLength
        && code.All(letter => char.IsAsciiLetterOrDigit(letter) || Gs1Signs.Contains(letter))
        && (code.Length != NationalLength || code.All(char.IsAsciiDigit));

    private static string Shown(string code) => Texts.FirstInvalid(code) ?? code;
}
