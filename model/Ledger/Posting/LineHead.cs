using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The part of posting that all kinds share: a line, its item and unit resolved and its rules
/// checked.</summary>
internal static class LineHead
{
    private const long FactorScale = ItemUnits.FactorScale;
    private const long RateScale = 10_000;

    // Amounts have four decimals, cents two.
    private const long Cent = 100;

    // 9 billion: far above any real line, and low enough that the sums of a document's lines cannot overflow.
    private const long Most = 90_000_000_000_000;

    /// <summary>The line's row with positive quantity and amounts and no cost yet; or why there is none.</summary>
    public static (LineDraft? Line, Refusal? Refusal) Resolve(
        DocumentLine line, int lineNo, State state, bool hasGoods = true, bool mayBeNothing = false)
    {
        if (Invalid(line, lineNo, hasGoods, mayBeNothing) is { } invalid)
        {
            return (null, invalid);
        }

        if (state.Find(MasterKinds.Item, line.ItemCode) is not { } version)
        {
            return (null, new Refusal(RefusalReason.UnknownItem, lineNo, line.ItemCode));
        }

        var item = (ItemRow)version.Row;
        if (Unfit(line, lineNo, item, mayBeNothing, state) is { } unfit)
        {
            return (null, unfit);
        }

        if (ItemUnits.Find(version, line.Unit) is not var (unit, factor))
        {
            return (null, new Refusal(RefusalReason.UnknownUnit, lineNo, line.Unit));
        }

        var rate = line.TaxRate is { } stated ? (long)(stated * RateScale) : item.TaxRate;
        var (net, tax) = line.GrossAmount is { } gross
            ? Split(gross.Units, rate)
            : (line.NetAmount.Units, line.TaxAmount.Units);
        var product = (Int128)line.Quantity.Units * factor;
        if (product % FactorScale != 0 || product / FactorScale > Most)
        {
            return (null, new Refusal(RefusalReason.QuantityNotExact, lineNo, line.Quantity.ToString()));
        }

        var (promotionId, noPromotion) = Promotion(line, lineNo, state);
        if (noPromotion is not null)
        {
            return (null, noPromotion);
        }

        return (new LineDraft(line, new DocumentLineRow
        {
            Seq = state.Seq + 1,
            LineNo = lineNo,
            ItemVersionId = item.VersionId,
            ItemId = item.ItemId,
            Purpose = line.Purpose == LinePurpose.Normal ? "" : Snake.Case(line.Purpose),
            PromotionId = promotionId,
            EnteredUnit = unit,
            EnteredQty = line.Quantity.Units,
            UnitFactor = factor,
            Qty = Exact.MulDiv(line.Quantity.Units, factor, FactorScale),
            ListAmount = line.ListAmount?.Units ?? net + tax + line.DiscountAmount.Units,
            NetAmount = net,
            TaxRate = rate,
            TaxAmount = tax,
            DiscountAmount = line.DiscountAmount.Units,
            CostAmount = line.CostAmount?.Units ?? 0,
            IsCostExplicit = line.CostAmount.HasValue ? 1 : 0,
            OriginalSeq = -1,
            OriginalLineNo = -1,
        }, item), null);
    }

    /// <summary>The line as a return books it: quantity, amounts and cost with their sign turned.</summary>
    public static DocumentLineRow Negate(DocumentLineRow line) => line with
    {
        EnteredQty = -line.EnteredQty,
        Qty = -line.Qty,
        ListAmount = -line.ListAmount,
        NetAmount = -line.NetAmount,
        TaxAmount = -line.TaxAmount,
        DiscountAmount = -line.DiscountAmount,
        CostAmount = -line.CostAmount,
    };

    /// <summary>An amount with tax, ×10⁴, as net and tax at a rate ×10⁴: net to the cent, tax the rest, neither below
    /// zero.</summary>
    public static (long Net, long Tax) Split(long gross, long rate)
    {
        if (rate == 0)
        {
            return (gross, 0);
        }

        var net = Math.Min(gross, Exact.MulDiv(gross, RateScale, (RateScale + rate) * Cent) * Cent);
        return (net, gross - net);
    }

    private static (long Id, Refusal? Refusal) Promotion(DocumentLine line, int lineNo, State state) =>
        line.PromotionCode.Length == 0 ? (None.Id, null)
        : state.Find(MasterKinds.Promotion, line.PromotionCode) is not { } promotion
            ? (None.Id, MasterKinds.Unknown(MasterKinds.Promotion, line.PromotionCode) with { LineNo = lineNo })
        : (promotion.Id, null);

    /// <summary>Why the line does not go with its item or the fields of lines; null where it does.</summary>
    private static Refusal? Unfit(DocumentLine line, int lineNo, ItemRow item, bool isCounted, State state)
    {
        // What is no longer in use may still be there.
        if (item.IsActive == 0 && !isCounted)
        {
            return new Refusal(RefusalReason.InactiveItem, lineNo, line.ItemCode);
        }

        if (line.TaxRate is { } rate)
        {
            var what = rate.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (rate is < 0 or >= 1)
            {
                return new Refusal(RefusalReason.AmountTooLarge, lineNo, what);
            }

            if (decimal.Truncate(rate * RateScale) != rate * RateScale)
            {
                return new Refusal(RefusalReason.NumberNotExact, lineNo, what);
            }
        }

        return line.GrossAmount is { } gross && (line.NetAmount != Money.Zero || line.TaxAmount != Money.Zero)
            ? new Refusal(RefusalReason.AmountStatedTwice, lineNo, gross.ToString())
            : CustomFields.Check(state.CustomFieldsOf(FieldOwner.DocumentLine), line.Fields, lineNo);
    }

    private static Refusal? Invalid(DocumentLine line, int lineNo, bool hasGoods, bool mayBeNothing)
    {
        if (hasGoods ? line.Quantity.Units < (mayBeNothing ? 0 : 1) : line.Quantity.Units != 0)
        {
            return new Refusal(
                hasGoods ? RefusalReason.QuantityNotPositive : RefusalReason.QuantityNotZero, lineNo,
                line.Quantity.ToString());
        }

        // A stated cost may be below zero: some sources book rebates into it.
        Money[] amounts =
        [
            line.NetAmount, line.TaxAmount, line.DiscountAmount, line.GrossAmount ?? Money.Zero,
            line.ListAmount ?? Money.Zero,
        ];
        if (amounts.FirstOrDefault(amount => amount < Money.Zero) is { Units: < 0 } negative)
        {
            return new Refusal(RefusalReason.AmountNegative, lineNo, negative.ToString());
        }

        long[] numbers = [.. amounts.Select(amount => amount.Units), line.Quantity.Units, line.CostAmount?.Units ?? 0];
        if (numbers.FirstOrDefault(number => number is > Most or < -Most) is not 0 and var tooLarge)
        {
            return new Refusal(RefusalReason.AmountTooLarge, lineNo, new Money(tooLarge).ToString());
        }

        return Texts.FirstInvalid(
            line.ItemCode, line.Unit, line.BatchNo, line.LotNo, line.SupplierBatchNo, line.ExpiresOn, line.BinCode,
            line.PickReason, line.ToBinCode, line.OriginalNo, line.PromotionCode) is { } text
            ? new Refusal(RefusalReason.TextInvalid, lineNo, text)
            : null;
    }
}
