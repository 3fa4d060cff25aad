using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Makes up what happens next, and keeps what stands.</summary>
internal sealed class SalesHistory(Random random)
{
    // What each signed or sold document has not got back yet.
    private readonly Dictionary<string, int> left = [];

    public List<Document> Standing { get; } = [];

    public Submission Next(int step) => random.Next(12) switch
    {
        0 or 1 or 2 => Keep(Of(DocumentKind.PurchaseReceipt, $"R{step}", "2026-01-01", Some(random.Next(1, 20))) with
        {
            PartyCode = Supplier, BusinessAt = Moment(0),
        }),
        3 or 4 => Keep(Of(DocumentKind.DeliveryNote, $"N{step}", "2026-01-01", Some(random.Next(2, 9))) with
        {
            BusinessAt = Moment(0),
        }),
        5 or 6 => Sign(step),
        7 => Keep(Of(DocumentKind.Sale, $"D{step}", "2026-01-01", Some(random.Next(1, 9)), Line(1, 0) with
        {
            Purpose = random.Next(2) == 0 ? LinePurpose.Gift : LinePurpose.Sample,
        }) with { BusinessAt = Moment(0) }),
        8 => Return(step),
        9 => Keep(Of(
            DocumentKind.SampleIssue, $"A{step}", "2026-01-01", Line(random.Next(1, 4), 0) with
            {
                Purpose = LinePurpose.Sample,
            }) with { BusinessAt = Moment(0) }),
        _ => Reverse(step),
    };

    private Document Sign(int step)
    {
        var open = Standing.Where(note => note.Kind == DocumentKind.DeliveryNote
            && !Standing.Exists(one => one.OriginalNo == note.DocumentNo)).ToList();
        if (open.Count == 0)
        {
            return Keep(Of(DocumentKind.DeliveryNote, $"N{step}", "2026-01-01", Some(5)) with
            {
                BusinessAt = Moment(0),
            });
        }

        var note = open[random.Next(open.Count)];
        var delivered = (int)note.Lines[0].Quantity.ToDecimal();
        var refused = random.Next(0, delivered);
        var taken = delivered - refused;
        left[$"G{step}"] = taken;
        DocumentLine[] lines = refused == 0 ? [Some(taken)] : [Some(taken), Line(refused, 0) with { IsBack = true }];
        return Keep(Of(DocumentKind.DeliveryReceipt, $"G{step}", "2026-01-01", lines) with
        {
            OriginalNo = note.DocumentNo, BusinessAt = After(note),
        });
    }

    private Document Return(int step)
    {
        var signed = Standing.Where(one => left.GetValueOrDefault(one.DocumentNo) > 0).ToList();
        if (signed.Count == 0)
        {
            return Sign(step);
        }

        var sale = signed[random.Next(signed.Count)];
        var qty = random.Next(1, left[sale.DocumentNo] + 1);
        left[sale.DocumentNo] -= qty;
        var back = Some(qty) with { OriginalLineNo = 1 };
        return Keep(random.Next(2) == 0
            ? Of(DocumentKind.SaleReturn, $"T{step}", "2026-01-01", back) with
            {
                OriginalNo = sale.DocumentNo, BusinessAt = After(sale),
            }
            : Of(DocumentKind.Exchange, $"E{step}", "2026-01-01",
                back with { IsBack = true, OriginalNo = sale.DocumentNo }, Some(random.Next(1, 5))) with
                {
                    BusinessAt = After(sale),
                });
    }

    private Submission Reverse(int step)
    {
        var free = Standing.Where(one => !Standing.Exists(later => later.OriginalNo == one.DocumentNo
            || later.Lines.Any(line => line.OriginalNo == one.DocumentNo))).ToList();
        if (free.Count == 0)
        {
            return Return(step);
        }

        var gone = free[random.Next(free.Count)];
        Standing.Remove(gone);
        left.Remove(gone.DocumentNo);
        var back = gone.Lines.FirstOrDefault(line => line.OriginalLineNo == 1);
        if (back is not null)
        {
            left[back.OriginalNo.Length > 0 ? back.OriginalNo : gone.OriginalNo] += (int)back.Quantity.ToDecimal();
        }

        return new Reversal($"{DocumentKinds.Name(gone.Kind)}:{gone.DocumentNo}", gone.DocumentNo + "-R");
    }

    private Document Keep(Document document)
    {
        Standing.Add(document);
        if (document.Kind == DocumentKind.Sale)
        {
            left[document.DocumentNo] = (int)document.Lines[0].Quantity.ToDecimal();
        }

        return document;
    }

    private DocumentLine Some(int qty) => Line(qty, random.Next(1, 9_999) / 7m);

    private DateTimeOffset Moment(int from) => Day("2026-01-01").AddHours(random.Next(from, 20) * 6);

    private DateTimeOffset After(Document document) => document.BusinessAt.AddHours(random.Next(0, 9) * 6);
}
