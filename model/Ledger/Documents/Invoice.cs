namespace Analytics.Ledger;

/// <summary>What a document of a VAT invoice (增值税发票) says of the invoice itself.</summary>
/// <param name="Kind">专用, 普通 or 数电.</param>
/// <param name="InvoiceNo">发票号码; with its code unique in the book.</param>
public sealed record Invoice(InvoiceKind Kind, string InvoiceNo)
{
    /// <summary>发票代码; empty of a fully digital one.</summary>
    public string InvoiceCode { get; init; } = "";

    /// <summary>开票日期; null where it is the document's.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Of a red invoice: number of the notice that allows it (红字信息表); needed over a special one.</summary>
    public string RedInfoNo { get; init; } = "";

    /// <summary>Of a purchase invoice: how it ends the estimate of what it is over.</summary>
    public EstimateMethod Estimate { get; init; }
}
