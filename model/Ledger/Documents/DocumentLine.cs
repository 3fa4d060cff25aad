namespace Analytics.Ledger;

/// <summary>One line of a <see cref="Document"/> as it is handed in. Quantity and amounts are positive whatever the
/// kind; posting gives them their sign.</summary>
public sealed record DocumentLine(string ItemCode, Qty Quantity, Money NetAmount)
{
    /// <summary>The unit the quantity is in: one of the item's; empty means the base unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>VAT on the line.</summary>
    public Money TaxAmount { get; init; }

    /// <summary>VAT rate as a fraction, at most four decimals; null means the item's.</summary>
    public decimal? TaxRate { get; init; }

    /// <summary>Amount with tax, instead of net and tax: net is it ÷ (1 + rate), to the cent, halves away from zero;
    /// tax is the rest.</summary>
    public Money? GrossAmount { get; init; }

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    /// <summary>What was given off the list amount, tax included; informative.</summary>
    public Money DiscountAmount { get; init; }

    /// <summary>The cost the source states for this issue or return; null leaves it to the cost pool. Of a cost
    /// adjustment, by how much the goods are worth more, signed.</summary>
    public Money? CostAmount { get; init; }

    /// <summary>What the goods are given for.</summary>
    public LinePurpose Purpose { get; init; }

    /// <summary>The promotion (促销) the price is by; empty where it is by none.</summary>
    public string PromotionCode { get; init; } = "";

    /// <summary>Amount at list price, tax included (原价额); null means what is charged and what was given off.</summary>
    public Money? ListAmount { get; init; }

    /// <summary>Number of the document whose line this one takes back or follows, where that is not the whole
    /// document's.</summary>
    public string OriginalNo { get; init; } = "";

    /// <summary>The line of the original document it takes back or follows; 0 where not known.</summary>
    public int OriginalLineNo { get; init; }

    /// <summary>Of an assembly or disassembly: above 0 the line is a product, and takes what the components cost by
    /// this share of the sum of all shares; 0 where it is a component.</summary>
    public long MadeShare { get; init; }

    /// <summary>The batch (批号) of a batch-tracked item: on a receipt which it is, on an issue which to take; empty
    /// leaves an issue to the nearest expiry.</summary>
    public string BatchNo { get; init; } = "";

    /// <summary>Keeps receipts of one batch apart where the caller wants that; else empty.</summary>
    public string LotNo { get; init; } = "";

    /// <summary>The supplier's own number for the batch; informative.</summary>
    public string SupplierBatchNo { get; init; } = "";

    /// <summary>When the batch was made; null where not stated.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>The batch's expiry as printed on it: yyyy-MM-dd is the last day of use, yyyy-MM the month whose last
    /// day is; empty where not stated.</summary>
    public string ExpiresOn { get; init; } = "";

    /// <summary>The bin (货位) the goods go into or come out of: depot/area/bin, or area/bin in the document's depot;
    /// empty where none is named.</summary>
    public string BinCode { get; init; } = "";

    /// <summary>Of a transfer or a move between bins: the bin the goods go into, named as <see cref="BinCode"/>; empty
    /// where none is.</summary>
    public string ToBinCode { get; init; } = "";

    /// <summary>Why a batch nearer its expiry is left behind.</summary>
    public string PickReason { get; init; } = "";

    /// <summary>Whether the line goes the other way than its document: taken off a contract, refused on delivery,
    /// brought back in an exchange.</summary>
    public bool IsBack { get; init; }

    /// <summary>The vouchers (代金券) the line sells, redeems or gives up; null where it has none.</summary>
    public VoucherRange? Vouchers { get; init; }

    /// <summary>The trace codes (追溯码) of the packs that move.</summary>
    public IReadOnlyList<string> TraceCodes { get; init; } = [];

    /// <summary>Of an inquiry: what suppliers quoted for the line.</summary>
    public IReadOnlyList<SupplierQuote> Quotes { get; init; } = [];

    /// <summary>Of a comparison: the supplier whose quote was chosen.</summary>
    public string SupplierCode { get; init; } = "";

    /// <summary>Of goods that arrived: how much of the quantity was rejected, in the line's unit.</summary>
    public Qty RejectedQuantity { get; init; }

    /// <summary>Why another quote than the cheapest was chosen, or why goods were rejected.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether its amount is what price list and promotions make it; it then states none itself.</summary>
    public bool TakesPrice { get; init; }
}
