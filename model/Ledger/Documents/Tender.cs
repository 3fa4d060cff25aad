namespace Analytics.Ledger;

/// <summary>How a document is settled: at once in cash (现结), or on account (赊账).</summary>
public enum Tender
{
    Cash,
    Account,
}
