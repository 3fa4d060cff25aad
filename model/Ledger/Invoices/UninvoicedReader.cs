using System.Runtime.CompilerServices;

namespace Analytics.Ledger.Invoices;

/// <summary>Which lines of sales or receipts are not invoiced, or not whole (未开票、未到票).</summary>
public sealed class UninvoicedReader(BookReader view)
{
    private const long AllParties = -2;

    /// <summary>Sales not yet invoiced, by party and document.</summary>
    /// <param name="partyId">Durable id; −1 those of nobody, null all.</param>
    /// <param name="ct">Stops reading.</param>
    public IAsyncEnumerable<UninvoicedLine> SalesAsync(long? partyId, CancellationToken ct) =>
        ReadAsync(DocumentKind.Sale, DocumentKind.SaleReturn, partyId, ct);

    /// <summary>Receipts whose invoice did not come yet, by party and document.</summary>
    /// <param name="partyId">Durable id; −1 those of nobody, null all.</param>
    /// <param name="ct">Stops reading.</param>
    public IAsyncEnumerable<UninvoicedLine> ReceiptsAsync(long? partyId, CancellationToken ct) =>
        ReadAsync(DocumentKind.PurchaseReceipt, DocumentKind.PurchaseReturn, partyId, ct);

    private async IAsyncEnumerable<UninvoicedLine> ReadAsync(
        DocumentKind kind, DocumentKind returns, long? partyId, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/uninvoiced_lines.sql"));
        command.Bind("@kind", DocumentKinds.Name(kind));
        command.Bind("@returns", DocumentKinds.Name(returns));
        command.Bind("@party_id", partyId ?? AllParties);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            yield return new UninvoicedLine(
                rows.GetInt64(0), (int)rows.GetInt64(1), rows.GetString(2), rows.GetInt64(3),
                Posting.Dates.Date(rows.GetInt64(4)), rows.GetInt64(5), new Qty(rows.GetInt64(6)),
                new Qty(rows.GetInt64(7)), new Qty(rows.GetInt64(8)), new Money(rows.GetInt64(9)),
                new Money(rows.GetInt64(10)))
            {
                PartyCode = rows.GetString(11),
                PartyName = rows.GetString(12),
                ItemCode = rows.GetString(13),
                ItemName = rows.GetString(14),
            };
        }
    }
}
