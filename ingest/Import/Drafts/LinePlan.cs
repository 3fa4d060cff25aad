using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>The mapping's line part, bound to a file.</summary>
internal sealed class LinePlan(FieldBinder bind, LineSpec spec, BusinessDay day)
{
    private static readonly string Goods = Spellings.Column("", "lines");

    private readonly Field item = bind.Needed("item", spec.Item);
    private readonly Field qty = bind.Needed("qty", spec.Qty);
    private readonly Field net = bind.Needed("net_amount", spec.NetAmount);
    private readonly Field? unit = bind.Maybe("unit", spec.Unit);
    private readonly Field? tax = bind.Maybe("tax_amount", spec.TaxAmount);
    private readonly Field? discount = bind.Maybe("discount_amount", spec.DiscountAmount);
    private readonly Field? cost = bind.Maybe("cost_amount", spec.CostAmount);
    private readonly Field? originalLineNo = bind.Maybe("original_line_no", spec.OriginalLineNo);

    private readonly TemplateColumns more = new(bind, spec.Columns, day);

    /// <summary>The line; null where a fault was found.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kind">The document's; null where that is a fault of its own.</param>
    /// <param name="faults">Gets what is wrong.</param>
    public DocumentLine? Read(Row row, DocumentKind? kind, List<Words> faults)
    {
        var before = faults.Count;
        var item = this.item.Code(row, faults);
        var qty = Needed(this.qty, row, faults, static (field, row, faults) => field.Quantity(row, faults));
        if (qty is { Units: <= 0 } wrong)
        {
            faults.Add(Said(RefusalReason.QuantityNotPositive, wrong.ToString()).At(this.qty.Place));
        }

        var net = Needed(this.net, row, faults, NotNegative);
        var line = new DocumentLine(item, qty ?? default, net ?? default)
        {
            Unit = this.unit?.Text(row, faults) ?? "",
            TaxAmount = NotNegative(tax, row, faults) ?? Money.Zero,
            DiscountAmount = NotNegative(discount, row, faults) ?? Money.Zero,
            CostAmount = NotNegative(cost, row, faults),
            OriginalLineNo = LineNo(row, faults),
        };
        if (kind is { } known)
        {
            KindForm.Add(more.Read(row, KindForm.Of(known).FindPart(Goods), faults), line);
        }

        return faults.Count == before ? line : null;
    }

    private static T? Needed<T>(Field field, Row row, List<Words> faults, Func<Field, Row, List<Words>, T?> read)
        where T : struct
    {
        var before = faults.Count;
        var value = read(field, row, faults);
        if (value is null && faults.Count == before)
        {
            faults.Add(new Words("为空，请补齐", "is empty: fill it in").At(field.Place));
        }

        return value;
    }

    private static Money? NotNegative(Field? field, Row row, List<Words> faults)
    {
        var amount = field?.Amount(row, faults);
        if (amount is { Units: < 0 } wrong)
        {
            faults.Add(Said(RefusalReason.AmountNegative, wrong.ToString()).At(field!.Place));
        }

        return amount;
    }

    private int LineNo(Row row, List<Words> faults)
    {
        var number = originalLineNo?.Number(row, faults) ?? 0;
        if (number is >= 0 and <= int.MaxValue && number == decimal.Truncate(number))
        {
            return (int)number;
        }

        faults.Add(new Words("须为行号", "is not a line number").At(originalLineNo!.Place));
        return 0;
    }

    /// <summary>The book's own words, so that a dry run refuses as posting would.</summary>
    private static Words Said(RefusalReason reason, string what)
    {
        var refusal = new Refusal(reason, 0, what);
        return new Words(refusal.Chinese, refusal.English);
    }
}
