using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Where vouchers (代金券) are sold, redeemed or given up: looks them up and prices them.</summary>
/// <remarks>A voucher is worth its part of what its line was sold for, by its place among them, so that whatever order
/// they are redeemed in they add up to all of it.</remarks>
internal sealed class VoucherDesk(PostingDesk desk)
{
    private const long Most = 1000;
    private const long MostNumber = 1_000_000_000_000_000;

    private readonly HashSet<(string Series, long No)> seen = [];

    /// <summary>Why the line's vouchers cannot be sold; null where they are sold now.</summary>
    public Refusal? Sell(LineDraft line)
    {
        if (Invalid(line) is { } invalid)
        {
            return invalid;
        }

        var range = line.Given.Vouchers!;
        if (desk.State.Vouchers(range) is [var known, ..])
        {
            return Of(RefusalReason.VoucherKnown, line, known.No);
        }

        for (var number = range.From; number <= range.To; number++)
        {
            Keep(range.Series, new SoldVoucher(number, (desk.Head.Seq, line.Row.LineNo), None.Id));
        }

        return null;
    }

    /// <summary>The line as what its vouchers are worth, linked to the line that sold them, and they used; or why not.
    /// </summary>
    public (LineDraft? Line, SalesDetailRow? Terms, Refusal? Refusal) Use(LineDraft line)
    {
        if ((Invalid(line) ?? SaleGoods.Unpriced(line)) is { } invalid)
        {
            return (null, null, invalid);
        }

        var (sold, refusal) = Sold(line);
        if (refusal is not null)
        {
            return (null, null, refusal);
        }

        var head = desk.State.DocumentRow(sold!.Seq);
        var range = desk.State.VoucherRanges(sold.Seq).First(one => one.DocumentLineNo == sold.LineNo);
        var (from, used, of) = (
            line.Given.Vouchers!.From - range.FromNo, Count(line.Given.Vouchers), range.ToNo - range.FromNo + 1);
        var lineNo = (int)line.Row.LineNo;
        var wrong = head.BusinessAt > desk.Head.BusinessAt
                ? new Refusal(RefusalReason.BeforeOriginal, lineNo, head.DocumentNo)
            : sold.ItemId != line.Item.ItemId
                ? new Refusal(RefusalReason.UnknownOriginal, lineNo, line.Given.ItemCode)
            : line.Row.Qty != sold.Qty / of * used
                ? new Refusal(RefusalReason.VoucherRangeInvalid, lineNo, $"{new Qty(sold.Qty / of * used)}")
            : Purchaser(head, lineNo);
        if (wrong is not null)
        {
            return (null, null, wrong);
        }

        var paid = sold.NetAmount + sold.TaxAmount;
        var gross = Exact.MulDiv(paid, from + used, of) - Exact.MulDiv(paid, from, of);
        var (net, tax) = LineHead.Split(gross, sold.TaxRate);
        return (line with
        {
            Row = line.Row with
            {
                OriginalSeq = sold.Seq,
                OriginalLineNo = sold.LineNo,
                ListAmount = gross,
                NetAmount = net,
                TaxAmount = tax,
                TaxRate = sold.TaxRate,
            },
        }, desk.State.SalesDetail(sold.Seq), null);
    }

    public static Refusal Of(RefusalReason reason, LineDraft line, long number) => new(
        reason, (int)line.Row.LineNo, string.Create(
            CultureInfo.InvariantCulture, $"{line.Given.Vouchers!.Series}{number}"));

    /// <summary>The line that sold the vouchers, and they used.</summary>
    private (DocumentLineRow? Sold, Refusal? Refusal) Sold(LineDraft line)
    {
        var range = line.Given.Vouchers!;
        var vouchers = desk.State.Vouchers(range);
        if (vouchers.Count < Count(range))
        {
            var missing = Enumerable.Range(0, (int)Count(range)).Select(at => range.From + at)
                .First(number => !vouchers.Exists(voucher => voucher.No == number));
            return (null, Of(RefusalReason.UnknownVoucher, line, missing));
        }

        if (vouchers.FindIndex(voucher => voucher.UsedSeq != None.Id) is >= 0 and var at)
        {
            return (null, Of(RefusalReason.VoucherUsed, line, vouchers[at].No));
        }

        if (vouchers.Exists(voucher => voucher.Of != vouchers[0].Of))
        {
            return (null, Of(RefusalReason.VouchersMixed, line, range.To));
        }

        foreach (var voucher in vouchers)
        {
            Keep(range.Series, voucher with { UsedSeq = desk.Head.Seq });
        }

        return (desk.State.DocumentLines(vouchers[0].Of.Seq).First(one => one.LineNo == vouchers[0].Of.LineNo), null);
    }

    /// <summary>Makes the document that of the party that bought the vouchers; or says why it is another's.</summary>
    private Refusal? Purchaser(DocumentRow sale, int lineNo)
    {
        if (desk.Head.PartyId == None.Id && desk.Head.OriginalSeq == None.Id)
        {
            desk.Of(sale.PartyId == None.Id ? None.Party : desk.State.PartyById(sale.PartyId), sale.SettlementPartyId);
        }

        desk.TakesBack(sale.Seq);
        return (desk.Head.PartyId, desk.Head.SettlementPartyId) == (sale.PartyId, sale.SettlementPartyId)
            ? null
            : new Refusal(RefusalReason.OriginalOfOther, lineNo, sale.DocumentNo);
    }

    private Refusal? Invalid(LineDraft line)
    {
        var lineNo = (int)line.Row.LineNo;
        if (line.Given.Vouchers is not { } range)
        {
            return new Refusal(RefusalReason.VouchersMissing, lineNo, line.Given.ItemCode);
        }

        if (Texts.FirstInvalid(range.Series) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, lineNo, text);
        }

        if (range.From < 0 || range.To > MostNumber || Count(range) is < 1 or > Most
            || line.Row.Qty % Count(range) != 0)
        {
            return new Refusal(RefusalReason.VoucherRangeInvalid, lineNo, string.Create(
                CultureInfo.InvariantCulture, $"{range.Series}{range.From}–{range.To}: {line.Given.Quantity}"));
        }

        for (var number = range.From; number <= range.To; number++)
        {
            if (!seen.Add((range.Series, number)))
            {
                return Of(RefusalReason.VoucherUsed, line, number);
            }
        }

        return null;
    }

    private void Keep(string series, SoldVoucher voucher) =>
        desk.Draft.StateRows.Add(tables => tables.PutVoucher(series, voucher));

    private static long Count(VoucherRange range) => range.To - range.From + 1;
}
