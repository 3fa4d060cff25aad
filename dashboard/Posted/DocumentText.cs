using System.Diagnostics;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Dashboard.Posted;

/// <summary>What a document says, as a person reads it.</summary>
internal static class DocumentText
{
    public static string Of(Money amount) => amount.ToDecimal().ToString("#,##0.00##", CultureInfo.InvariantCulture);

    public static string Of(Qty quantity) => quantity.ToDecimal().ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>The text of a status.</summary>
    public static string KeyOf(string status) => status switch
    {
        DocumentStatus.Draft => "document_status_draft",
        DocumentStatus.Awaiting => "document_status_awaiting",
        DocumentStatus.Posted => "document_status_posted",
        DocumentStatus.Reversed => "document_status_reversed",
        DocumentStatus.Terminated => "document_status_terminated",
        _ => throw new UnreachableException(status),
    };
}
