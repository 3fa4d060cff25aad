using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Reading;

/// <summary>Reads how far an order, contract or quotation is.</summary>
/// <remarks>Changes and the end of it are looked for in tables that are kept by seq: for a single one, not for many.
/// </remarks>
public static class OrderReader
{
    /// <summary>Its lines; none where there is no such document.</summary>
    public static async Task<IReadOnlyList<OrderLineProgress>> ReadAsync(
        BookReader view, DocumentKind kind, string documentNo, CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/order_progress.sql"));
        command.Bind("@kind", DocumentKinds.Name(kind));
        command.Bind("@document_no", documentNo);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var lines = new List<OrderLineProgress>();
        while (await rows.ReadAsync(ct))
        {
            lines.Add(new OrderLineProgress
            {
                LineNo = (int)rows.GetInt64(0),
                ItemCode = rows.GetString(1),
                Ordered = new Qty(rows.GetInt64(2)),
                Changed = new Qty(rows.GetInt64(3)),
                Done = new Qty(rows.GetInt64(4)),
                Reserved = new Qty(rows.GetInt64(5)),
                Amount = new Money(rows.GetInt64(6)),
                IsEnded = rows.GetString(7) == DocumentStatus.Terminated,
                ReasonCode = rows.GetString(8),
            });
        }

        return lines;
    }
}
