namespace Analytics.Ledger;

/// <summary>The kinds of VAT invoice. In the book each is the snake_case of its name.</summary>
public enum InvoiceKind
{
    /// <summary>增值税专用发票: its tax can be deducted.</summary>
    Special,

    /// <summary>增值税普通发票.</summary>
    General,

    /// <summary>数电发票: fully digital, without a code.</summary>
    Electronic,
}
