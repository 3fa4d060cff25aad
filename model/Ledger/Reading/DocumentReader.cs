using System.Data.Common;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Reading;

/// <summary>Reads a document out of a view of the book.</summary>
/// <remarks>For a single one, not for many: steps and adjustments are looked for in tables that are kept by seq, so
/// their time grows with the steps and adjustments of the whole book.</remarks>
public static class DocumentReader
{
    /// <summary>The document or voucher of a kind, as the book names it, and number; null where there is none.
    /// </summary>
    public static async Task<DocumentView?> FindAsync(
        BookReader view, string kind, string documentNo, CancellationToken ct)
    {
        var keys = await view.RowsAsync(
            "sql/read_document_no.sql", row => row.GetString(0), ct,
            ("@kind", kind), ("@document_no", documentNo));
        return keys is [var key, ..] ? await FindAsync(view, key, ct) : null;
    }

    /// <summary>The document of a key; null where there is none.</summary>
    public static async Task<DocumentView?> FindAsync(BookReader view, string key, CancellationToken ct)
    {
        var found = await view.RowsAsync(
            "sql/read_document.sql",
            row => (
                View: new DocumentView(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
                Seq: row.GetInt64(4),
                DraftSeq: row.GetInt64(5)),
            ct, ("@document_key", key));
        if (found is not [var (document, seq, draftSeq), ..])
        {
            return null;
        }

        document = document with
        {
            Life = await view.RowsAsync("sql/read_document_life.sql", Life, ct, ("@document_key", key)),
        };
        return seq > 0 ? await PostedAsync(document, view, seq, ct)
            : draftSeq > 0 ? await HeldAsync(document, view, draftSeq, ct)
            : document;
    }

    private static async Task<DocumentView> PostedAsync(
        DocumentView document, BookReader view, long seq, CancellationToken ct)
    {
        var (entry, head) = (await view.RowsAsync(
            "sql/read_document_head.sql", row => (Entry(seq, row), Head(row)), ct, ("@seq", seq)))[0];
        var fields = (await view.RowsAsync("sql/read_document_fields.sql", Field, ct, ("@seq", seq)))
            .ToLookup(field => field.LineNo, field => field.Value);
        document = await PostedParts.AddAsync(document, view, seq, ct);
        return document with
        {
            Entry = entry,
            Head = head with
            {
                Employees = await view.RowsAsync("sql/read_document_employees.sql", Employee, ct, ("@seq", seq)),
                Attachments = await view.RowsAsync(
                    "sql/read_document_attachments.sql", Attachment, ct, ("@seq", seq)),
                Fields = [.. fields[0]],
            },
            Lines = await LinesAsync(view, seq, fields, ct),
            Adjustments = await view.RowsAsync("sql/read_document_adjustments.sql", Adjustment, ct, ("@seq", seq)),
            TakenBackBy = await view.RowsAsync(
                "sql/read_document_links.sql", Link, ct,
                ("@seq", seq), ("@reversal_key", ReversalPosting.HeldKind + ":" + document.Key)),
            OpenItems = await view.RowsAsync("sql/read_document_items.sql", Item, ct, ("@seq", seq)),
        };
    }

    /// <param name="view">To read from.</param>
    /// <param name="seq">The document's.</param>
    /// <param name="fields">Custom fields by line.</param>
    /// <param name="ct">Stops reading.</param>
    private static async Task<IReadOnlyList<PostedLine>> LinesAsync(
        BookReader view, long seq, ILookup<long, FieldValue> fields, CancellationToken ct)
    {
        var lines = await view.RowsAsync("sql/read_document_lines.sql", Line, ct, ("@seq", seq));
        var movements = (await view.RowsAsync("sql/read_document_movements.sql", Movement, ct, ("@seq", seq)))
            .ToLookup(movement => movement.LineNo, movement => movement.View);
        var codes = (await view.RowsAsync(
            "sql/read_document_codes.sql", row => (LineNo: row.GetInt64(0), Code: row.GetString(1)), ct,
            ("@seq", seq)))
            .ToLookup(code => code.LineNo, code => code.Code);
        var quotes = (await view.RowsAsync("sql/read_document_quotes.sql", PostedParts.Quote, ct, ("@seq", seq)))
            .ToLookup(quote => quote.LineNo, quote => quote.Quote);
        var invoiced = (await view.RowsAsync(
            "sql/read_document_invoiced.sql", PostedParts.Invoiced, ct, ("@seq", seq)))
            .ToLookup(part => part.LineNo, part => part.View);
        var accruals = (await view.RowsAsync(
            "sql/read_document_accruals.sql", PostedParts.Accrual, ct, ("@seq", seq)))
            .ToLookup(part => part.LineNo, part => part.View);
        return lines.ConvertAll(line => line with
        {
            Quotes = [.. quotes[line.LineNo]],
            Invoiced = [.. invoiced[line.LineNo]],
            Accruals = [.. accruals[line.LineNo]],
            Movements = [.. movements[line.LineNo]],
            TraceCodes = [.. codes[line.LineNo]],
            Fields = [.. fields[line.LineNo]],
        });
    }

    private static async Task<DocumentView> HeldAsync(
        DocumentView document, BookReader view, long draftSeq, CancellationToken ct)
    {
        var drafts = await view.RowsAsync(
            "sql/read_draft.sql", row => (Kind: row.GetString(0), Content: row.GetString(1)), ct,
            ("@seq", draftSeq));
        return drafts is not [var (kind, content), ..] || kind == ReversalPosting.HeldKind ? document
            : Voucher.IsKind(kind) ? document with { HeldVoucher = DraftContent.ReadVoucher(content) }
            : document with { Held = DraftContent.Read(content) };
    }

    private static EntryView Entry(long seq, DbDataReader row) =>
        new(seq, row.GetString(0), At(row.GetInt64(1)), row.GetString(2));

    private static PostedHead Head(DbDataReader row) => new()
    {
        BusinessAt = At(row.GetInt64(3)),
        BusinessDate = Dates.Date(row.GetInt64(4)),
        Source = row.GetString(5),
        Tender = row.GetString(6),
        Note = row.GetString(7),
        IsReversal = row.GetInt64(8) == 1,
        IsBackdated = row.GetInt64(9) == 1,
        ShipTo = new ShipTo(row.GetString(10), row.GetString(11), row.GetString(12), row.GetString(13)),
        StoreCode = row.GetString(14),
        DepotCode = row.GetString(15),
        PartyCode = row.GetString(16),
        SettlementPartyCode = row.GetString(17),
        EmployeeCode = row.GetString(18),
        OriginalKey = row.GetString(19),
        OriginalNo = row.GetString(20),
        ToDepotCode = row.GetString(21),
        ProjectCode = row.GetString(22),
        ChannelCode = row.GetString(23),
        ReasonCode = row.GetString(24),
        TillCode = row.GetString(25),
        ShiftNo = row.GetString(26),
        ExpectedOn = ViewRows.Day(row, 27),
        ValidUntil = ViewRows.Day(row, 28),
        Reserves = row.GetInt64(29) == 1,
        ReservesUntil = ViewRows.Day(row, 30),
        VehicleNo = row.GetString(31),
        Route = row.GetString(32),
        CommissionAmount = new Money(row.GetInt64(33)),
        CommissionTax = new Money(row.GetInt64(34)),
        OwnerCode = row.GetString(35),
    };

    private static PostedLine Line(DbDataReader row) => new()
    {
        LineNo = (int)row.GetInt64(0),
        ItemCode = row.GetString(1),
        Unit = row.GetString(2),
        EnteredQuantity = new Qty(row.GetInt64(3)),
        Quantity = new Qty(row.GetInt64(4)),
        NetAmount = new Money(row.GetInt64(5)),
        TaxRate = (decimal)row.GetInt64(6) / Money.Scale,
        TaxAmount = new Money(row.GetInt64(7)),
        DiscountAmount = new Money(row.GetInt64(8)),
        CostAmount = new Money(row.GetInt64(9)),
        IsCostExplicit = row.GetInt64(10) == 1,
        IsCostUnknown = row.GetInt64(11) == 1,
        OriginalLineNo = (int)Math.Max(0, row.GetInt64(12)),
        Purpose = PostedParts.Purpose(row.GetString(13)),
        PromotionCode = row.GetString(14),
        ListAmount = new Money(row.GetInt64(15)),
        ManagementCostAmount = new Money(row.GetInt64(16)),
        OriginalKey = row.GetString(17),
        OriginalNo = row.GetString(18),
        RejectedQuantity = new Qty(row.GetInt64(19)),
        Reason = row.GetString(20),
        SupplierCode = row.GetString(21),
        PickReason = row.GetString(22),
        MadeShare = row.GetInt64(23),
        Counted = row.GetInt64(24) == 1 ? new(new Qty(row.GetInt64(25)), new Qty(row.GetInt64(26))) : null,
        Vouchers = row.GetString(27).Length > 0
            ? new(row.GetString(27), row.GetInt64(28), row.GetInt64(29))
            : null,
    };

    private static (long LineNo, MovementView View) Movement(DbDataReader row) => (
        row.GetInt64(0),
        new(
            new Qty(row.GetInt64(1)), row.GetString(2), (Location)row.GetInt64(3), row.GetString(4), row.GetString(5),
            ViewRows.Day(row, 6), row.GetString(7))
        {
            ProducedOn = ViewRows.Day(row, 8),
            SupplierBatchNo = row.GetString(9),
        });

    private static (long LineNo, FieldValue Value) Field(DbDataReader row) =>
        (row.GetInt64(0), new(row.GetString(1), row.GetString(2)));

    private static DocumentEmployee Employee(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), (decimal)row.GetInt64(2) / DocumentDetails.ShareScale);

    private static Attachment Attachment(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3));

    private static LifeStep Life(DbDataReader row) => new(
        row.GetInt64(0), At(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        row.GetString(6));

    private static AdjustmentView Adjustment(DbDataReader row) => new(
        row.GetInt64(0), At(row.GetInt64(1)), (int)row.GetInt64(2), Dates.Date(row.GetInt64(3)),
        new Money(row.GetInt64(4)));

    private static DocumentLink Link(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4) == 1);

    private static ItemView Item(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), ViewRows.Day(row, 2), new Money(row.GetInt64(3)),
        new Money(row.GetInt64(4)));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
