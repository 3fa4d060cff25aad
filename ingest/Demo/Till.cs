using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Turns prices into the amounts of a line, to the cent.</summary>
internal static class Till
{
    private const long CentUnits = Money.Scale / 100;

    public static Money Cents(long cents) => new(cents * CentUnits);

    public static Qty Units(int quantity) => new(quantity * Qty.Scale);

    /// <summary><paramref name="cents"/> × part ÷ whole, half up; for amounts not below zero.</summary>
    public static long Part(long cents, long part, long whole) => ((cents * part * 2) + whole) / (whole * 2);

    /// <param name="item">What is sold.</param>
    /// <param name="qty">In base units.</param>
    /// <param name="priceCents">Price of a base unit, tax in, before the discount.</param>
    /// <param name="percentOff">Discount, per cent.</param>
    public static DocumentLine Line(Goods item, int qty, long priceCents, int percentOff)
    {
        var list = priceCents * qty;
        var gross = Part(list, 100 - percentOff, 100);
        var net = Net(gross, item.Leaf.TaxPercent);
        return new DocumentLine(item.Code, Units(qty), Cents(net))
        {
            Unit = item.Unit,
            TaxAmount = Cents(gross - net),
            DiscountAmount = Cents(list - gross),
        };
    }

    /// <summary>Without the tax in it, to the cent; both in cents.</summary>
    public static long Net(long gross, int taxPercent) => Part(gross, 100, 100 + taxPercent);

    public static Money Net(Money gross, int taxPercent) => Cents(Net(Whole(gross), taxPercent));

    /// <summary>In cents.</summary>
    public static long Whole(Money amount) => amount.Units / CentUnits;

    /// <summary>Base units of a line.</summary>
    public static int Pieces(DocumentLine line, Goods item) =>
        (int)(line.Quantity.Units / Qty.Scale) * (line.Unit == item.PackUnit ? item.PackFactor : 1);

    /// <summary>What the customer pays: net and tax over the lines.</summary>
    public static Money Total(IReadOnlyList<DocumentLine> lines)
    {
        var total = Money.Zero;
        foreach (var line in lines)
        {
            total += line.NetAmount + line.TaxAmount;
        }

        return total;
    }

    /// <summary>A part of an amount by quantity, down to the cent, so that parts never exceed the whole.</summary>
    public static Money Share(Money amount, int qty, int of) => Cents(amount.Units / CentUnits * qty / of);
}
