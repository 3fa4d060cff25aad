using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The part of posting that all kinds share: a line, its item and unit resolved and its rules
/// checked.</summary>
internal static class LineHead
{
    private const long FactorScale = 1_000_000;

    // 9 billion: far above any real line, and low enough that the sums of a document's lines cannot overflow.
    private const long Most = 90_000_000_000_000;

    /// <summary>The line's row with positive quantity and amounts and no cost yet; or why there is none.</summary>
    public static (LineDraft? Line, Refusal? Refusal) Resolve(DocumentLine line, int lineNo, State state)
    {
        if (Invalid(line, lineNo) is { } invalid)
        {
            return (null, invalid);
        }

        if (state.Item(line.ItemCode) is not { } item)
        {
            return (null, new Refusal(RefusalReason.UnknownItem, lineNo, line.ItemCode));
        }

        var isPack = line.Unit.Length > 0 && line.Unit == item.PackUnit;
        if (!isPack && line.Unit.Length > 0 && line.Unit != item.BaseUnit)
        {
            return (null, new Refusal(RefusalReason.UnknownUnit, lineNo, line.Unit));
        }

        var factor = isPack ? item.PackFactor : FactorScale;
        var product = (Int128)line.Quantity.Units * factor;
        if (product % FactorScale != 0 || product / FactorScale > Most)
        {
            return (null, new Refusal(RefusalReason.QuantityNotExact, lineNo, line.Quantity.ToString()));
        }

        return (new LineDraft(line, new DocumentLineRow
        {
            Seq = state.Seq + 1,
            LineNo = lineNo,
            ItemVersionId = item.VersionId,
            ItemId = item.ItemId,
            EnteredUnit = isPack ? item.PackUnit : item.BaseUnit,
            EnteredQty = line.Quantity.Units,
            UnitFactor = factor,
            Qty = Exact.MulDiv(line.Quantity.Units, factor, FactorScale),
            NetAmount = line.NetAmount.Units,
            TaxRate = item.TaxRate,
            TaxAmount = line.TaxAmount.Units,
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
        NetAmount = -line.NetAmount,
        TaxAmount = -line.TaxAmount,
        DiscountAmount = -line.DiscountAmount,
        CostAmount = -line.CostAmount,
    };

    private static Refusal? Invalid(DocumentLine line, int lineNo)
    {
        if (line.Quantity.Units <= 0)
        {
            return new Refusal(RefusalReason.QuantityNotPositive, lineNo, line.Quantity.ToString());
        }

        // A stated cost may be below zero: some sources book rebates into it.
        Money[] amounts = [line.NetAmount, line.TaxAmount, line.DiscountAmount];
        if (amounts.FirstOrDefault(amount => amount < Money.Zero) is { Units: < 0 } negative)
        {
            return new Refusal(RefusalReason.AmountNegative, lineNo, negative.ToString());
        }

        long[] numbers = [.. amounts.Select(amount => amount.Units), line.Quantity.Units, line.CostAmount?.Units ?? 0];
        if (numbers.FirstOrDefault(number => number is > Most or < -Most) is not 0 and var tooLarge)
        {
            return new Refusal(RefusalReason.AmountTooLarge, lineNo, new Money(tooLarge).ToString());
        }

        return Texts.FirstInvalid(line.ItemCode, line.Unit) is { } text
            ? new Refusal(RefusalReason.TextInvalid, lineNo, text)
            : null;
    }
}
