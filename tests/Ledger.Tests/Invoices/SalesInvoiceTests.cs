using Analytics.Ledger.Invoices;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using Analytics.Ledger.Tests.Purchasing;
using static Analytics.Ledger.Tests.Purchasing.Buying;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Invoices;

public sealed class SalesInvoiceTests
{
    [Fact]
    public async Task Deliveries_are_requested_together_and_invoiced_in_one()
    {
        await using var book = await WithSalesAsync();
        await book.PostedAsync(Request);
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Request with
        {
            DocumentNo = "Q2", Lines = [Line(1, 0) with { OriginalNo = "D1" }],
        });
        var before = Balances(book);

        var seq = await book.PostedAsync(
            Invoiced("I1", Line(5, 0) with { OriginalLineNo = 1 }, Line(3, 0) with { OriginalLineNo = 2 }) with
            {
                OriginalNo = "Q1", StatedTotal = null,
            });

        Balances(book).Should().Be(before, "revenue was booked with the delivery");
        book.Query(
            $"select qty, net_amount, tax_amount from invoice_line where seq = {seq} order by line_no",
            row => (row.GetInt64(0) / Qty.Scale, row.GetInt64(1) / Money.Scale, row.GetInt64(2)))
            .Should().Equal((5, 100, 130_000), (3, 60, 78_000));
        (await LeftAsync(book)).Should().BeEmpty();
        await RefusesAsync(book, RefusalReason.OriginalTakenBack, new Reversal("sale:D1", "D1-R"));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task One_delivery_is_split_into_several_and_the_last_takes_the_rest()
    {
        await using var book = await WithSalesAsync();
        await book.PostedAsync(Sale("D3", "2026-01-03", Taxed(3, 10, 1.3m)));
        for (var piece = 1; piece <= 3; piece++)
        {
            await book.PostedAsync(Invoiced($"I{piece}", Line(1, 0) with { OriginalNo = "D3" }));
        }

        book.Query(
            "select net_amount, tax_amount from invoice_line order by seq",
            row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((33_333, 4_333), (33_333, 4_333), (33_334, 4_334));
        (await LeftAsync(book)).Should().Equal("D1 5 113", "D2 3 67.8");
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Invoiced("I4", Line(1, 0) with { OriginalNo = "D3" }));
    }

    [Fact]
    public async Task What_came_back_is_not_invoiced_and_what_came_back_later_wants_a_red_invoice()
    {
        await using var book = await WithSalesAsync();
        await book.PostedAsync(TestBook.Return("T1", "2026-01-04", "D1", Taxed(2, 40, 5.2m)));
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Invoiced("I1", Line(4, 0) with { OriginalNo = "D1" }));
        await book.PostedAsync(Invoiced("I1", Line(3, 0) with { OriginalNo = "D1" }));
        (await LeftAsync(book)).Should().Equal("D2 3 67.8");

        await book.PostedAsync(TestBook.Return("T2", "2026-01-05", "D1", Taxed(1, 20, 2.6m)));

        (await LeftAsync(book)).Should().Equal("D1 -1 -22.6", "D2 3 67.8");
        await book.PostedAsync(Red("I2", 1));
        (await LeftAsync(book)).Should().Equal("D2 3 67.8");
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_red_invoice_takes_back_part_or_all_and_that_can_be_invoiced_anew()
    {
        await using var book = await WithSalesAsync();
        await book.PostedAsync(Invoiced("I1", Line(5, 0) with { OriginalNo = "D1" }));
        await RefusesAsync(book, RefusalReason.CodeMissing, Red("R1", 2) with
        {
            Invoice = new Invoice(InvoiceKind.Special, "R1"),
        });
        await RefusesAsync(book, RefusalReason.UnknownOriginal, Red("R1", 2) with { OriginalNo = "" });

        var seq = await book.PostedAsync(Red("R1", 2));

        book.Query(
            $"select qty, net_amount, tax_amount from document_line where seq = {seq}",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))).Should().Equal((-20_000, -400_000, -52_000));
        (await LeftAsync(book)).Should().Equal("D1 2 45.2", "D2 3 67.8");
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Red("R2", 4));
        await RefusesAsync(book, RefusalReason.OriginalTakenBack, new Reversal("sales_invoice:I1", "I1-R"));
        await Restores.EverythingAsync(book, Red("R2", 3), Kept);
        await book.PostedAsync(Red("R3", 3));
        await Restores.EverythingAsync(book, Invoiced("I2", Line(5, 0) with { OriginalNo = "D1" }), Kept);
        await book.PostedAsync(Invoiced("I3", Line(5, 0) with { OriginalNo = "D1" }));
        (await LeftAsync(book)).Should().Equal("D2 3 67.8");
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_request_that_is_ended_leaves_its_sales_what_was_not_invoiced()
    {
        await using var book = await WithSalesAsync();
        await book.PostedAsync(Request);
        await book.PostedAsync(Invoiced("I1", Line(2, 0) with { OriginalNo = "Q1", OriginalLineNo = 1 }));

        await book.PostAsync(new Termination("sales_invoice_request:Q1"));

        var again = Request with { DocumentNo = "Q2", Lines = [Line(3, 0) with { OriginalNo = "D1" }] };
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, again with
        {
            Lines = [Line(4, 0) with { OriginalNo = "D1" }],
        });
        await Restores.EverythingAsync(book, again with { DocumentNo = "Q0" }, Kept);
        await book.PostedAsync(again);
        await book.PostedAsync(new Reversal("sales_invoice:I1", "I1-R"));
        await book.PostedAsync(again with { DocumentNo = "Q3", Lines = [Line(2, 0) with { OriginalNo = "D1" }] });
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, again with
        {
            DocumentNo = "Q4", Lines = [Line(1, 0) with { OriginalNo = "D1" }],
        });
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_red_invoice_takes_back_a_suppliers_unless_that_ended_an_estimate()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Taxed(8, 80, 10.4m)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Taxed(8, 80, 10.4m)) with { IsEstimated = true });
        await book.PostedAsync(Buying.Invoice("I1", "2026-01-05", "R1", Taxed(5, 50, 6.5m)));
        await book.PostedAsync(Buying.Invoice("I2", "2026-01-05", "R2", Taxed(5, 50, 6.5m)));
        var before = Balances(book);
        var red = Red("X1", 2) with { PartyCode = Supplier };
        await Restores.EverythingAsync(book, red with { DocumentNo = "X0" }, Kept);

        await book.PostedAsync(red);

        Balances(book).Should().Be(before);
        await using (var view = await book.Book.ReadAsync(default))
        {
            (await new UninvoicedReader(view).ReceiptsAsync(null, default).ToListAsync())
                .Select(line => line.Left.ToDecimal())
                .Should().Equal(5, 3);
        }

        await RefusesAsync(book, RefusalReason.OriginalTakenBack, new Reversal("purchase_invoice:I1", "I1-R"));
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Red("X2", 4) with { PartyCode = Supplier });
        await RefusesAsync(
            book, RefusalReason.InvoiceEndsEstimate, Red("X2", 1) with { PartyCode = Supplier, OriginalNo = "I2" });
        await book.PostedAsync(Buying.Invoice("I3", "2026-01-08", "R1", Line(5, 0)));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_number_is_taken_once_until_its_invoice_is_reversed()
    {
        await using var book = await WithSalesAsync();
        await Restores.EverythingAsync(book, Request with { DocumentNo = "Q0" }, Kept);
        await book.PostedAsync(Invoiced("I1", Line(1, 0) with { OriginalNo = "D1" }));
        var same = Invoiced("I2", Line(1, 0) with { OriginalNo = "D1" }) with
        {
            Invoice = new Invoice(InvoiceKind.Special, "I1"),
        };

        await RefusesAsync(book, RefusalReason.InvoiceNoTaken, same);

        await book.PostedAsync(new Reversal("sales_invoice:I1", "I1-R"));
        await book.PostedAsync(same);
        await VerifiesAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.RateDiffers, Invoiced("I1", Line(1, 0) with { OriginalNo = "D1", TaxRate = 0.06m }) },
        { RefusalReason.InvoiceDiffers, Invoiced("I1", Line(1, 21) with { OriginalNo = "D1" }) },
        {
            RefusalReason.InvoiceDiffers,
            Invoiced("I1", Line(1, 0) with { OriginalNo = "D1", GrossAmount = Money.Round(22.7m) })
        },
        { RefusalReason.UnknownOriginal, Invoiced("I1", Line(1, 20)) },
        { RefusalReason.UnknownOriginal, Request with { Lines = [Line(1, 20)] } },
        { RefusalReason.InvoiceDiffers, Request with { Lines = [Line(1, 21) with { OriginalNo = "D1" }] } },
        { RefusalReason.CodeMissing, Invoiced("", Line(1, 0) with { OriginalNo = "D1" }) with { DocumentNo = "x" } },
        { RefusalReason.CodeMissing, Invoiced("I1", Line(1, 0) with { OriginalNo = "D1" }) with { Invoice = null } },
        { RefusalReason.TextInvalid, Invoiced("\n", Line(1, 0) with { OriginalNo = "D1" }) with { DocumentNo = "x" } },
        {
            RefusalReason.DateOutOfRange, Invoiced("I1", Line(1, 0) with { OriginalNo = "D1" }) with
            {
                Invoice = new Invoice(InvoiceKind.General, "1") { IssuedOn = DateOnly.MaxValue },
            }
        },
        {
            RefusalReason.ValueMissing, Invoiced("I1", Line(1, 0) with { OriginalNo = "D1" }) with
            {
                Invoice = new Invoice((InvoiceKind)9, "1"),
            }
        },
        {
            RefusalReason.OriginalOfOther,
            Invoiced("I1", Line(1, 0) with { OriginalNo = "D1" }) with { PartyCode = "C2" }
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_over_the_sale_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await WithSalesAsync();
        await book.PostedAsync(new PartyMaster("C2", "李四") { IsCustomer = true });

        await RefusesAsync(book, reason, document);
    }

    [Fact]
    public async Task An_invoice_over_a_firm_receipt_matches_and_books_nothing()
    {
        await using var book = await WithSalesAsync();
        await book.PostedAsync(Bought(DocumentKind.PurchaseOrder, "PO1", "2026-01-01", Taxed(10, 90, 11.7m)));
        await book.PostedAsync(Bought(DocumentKind.ArrivalNotice, "AN1", "2026-01-02", Line(8, 0)) with
        {
            OriginalNo = "PO1",
        });
        var receipt = Receipt("R1", "2026-01-03", Taxed(8, 80, 10.4m)) with { OriginalNo = "AN1" };
        await book.PostedAsync(receipt);
        var before = Balances(book);
        await RefusesAsync(
            book, RefusalReason.InvoiceDiffers, Buying.Invoice("P1", "2026-01-05", "R1", Taxed(5, 51, 6.5m)));

        await Restores.EverythingAsync(book, Buying.Invoice("P0", "2026-01-05", "R1", Line(5, 0)), Kept);
        await book.PostedAsync(Buying.Invoice("P1", "2026-01-05", "R1", Taxed(5, 50, 6.5m)));

        Balances(book).Should().Be(before);
        await using var view = await book.Book.ReadAsync(default);
        var matched = await new ThreeWayMatch(view).ReadAsync(null, default).SingleAsync();
        (matched.OrderNo, matched.Ordered.ToDecimal(), matched.Received.ToDecimal(), matched.Invoiced.ToDecimal())
            .Should().Be(("PO1", 10m, 8m, 5m));
        (matched.OverOrder, matched.OverReceipt, matched.IsEstimated).Should().Be((1m, 0m, false));
        (await new UninvoicedReader(view).ReceiptsAsync(null, default).SingleAsync()).LeftAmount.ToDecimal()
            .Should().Be(33.9m);
        await VerifiesAsync(book);
    }

    private static Document Request => Sale(
        "Q1", "2026-01-04", Line(5, 0) with { OriginalNo = "D1" }, Line(3, 0) with { OriginalNo = "D2" }) with
    {
        Kind = DocumentKind.SalesInvoiceRequest,
    };

    private static Document Invoiced(string number, params DocumentLine[] lines) =>
        Sale(number, "2026-01-06", lines) with
        {
            Kind = DocumentKind.SalesInvoice, Invoice = new Invoice(InvoiceKind.Special, number),
        };

    private static Document Red(string number, decimal qty) => Sale(number, "2026-01-07", Line(qty, 0)) with
    {
        Kind = DocumentKind.RedInvoice, OriginalNo = "I1",
        Invoice = new Invoice(InvoiceKind.Special, number) { RedInfoNo = "3101082601000001" },
    };

    private static async Task<List<string>> LeftAsync(TestBook book)
    {
        await using var view = await book.Book.ReadAsync(default);
        var lines = await new UninvoicedReader(view).SalesAsync(null, default).ToListAsync();
        return [.. lines.Select(line => FormattableString.Invariant(
            $"{line.DocumentNo} {line.Left.ToDecimal():0.####} {line.LeftAmount.ToDecimal():0.####}"))];
    }

    private static async Task<TestBook> WithSalesAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(Sale("D1", "2026-01-02", Taxed(5, 100, 13)));
        await book.PostedAsync(Sale("D2", "2026-01-03", Taxed(3, 60, 7.8m)));
        return book;
    }
}
