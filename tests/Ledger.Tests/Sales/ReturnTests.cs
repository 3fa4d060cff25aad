using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Goods that come back: ordered, left over, exchanged; and goods given away.</summary>
public sealed class ReturnTests
{
    [Fact]
    public async Task A_return_follows_its_order_and_takes_back_the_sale_that_the_order_names()
    {
        await using var book = await SoldAsync();
        await book.PostedAsync(
            Of(DocumentKind.ReturnOrder, "B1", "2026-01-05", Line(2, 40)) with { OriginalNo = "D1" });
        await book.PostedAsync(Of(DocumentKind.ReturnOrder, "B2", "2026-01-05", Line(1, 20)));
        var sold = await RefusedAsync(book, new Reversal("sale:D1", "D1-R"));

        await Restores.EverythingAsync(
            book, Of(DocumentKind.SaleReturn, "T0", "2026-01-06", Line(2, 40)) with { OriginalNo = "B1" });
        await book.PostedAsync(
            Of(DocumentKind.SaleReturn, "T1", "2026-01-06", Line(1, 20)) with { OriginalNo = "B1" });
        var tooMany = await RefusedAsync(
            book, Of(DocumentKind.SaleReturn, "T2", "2026-01-06", Line(2, 40)) with { OriginalNo = "B1" });
        await book.PostedAsync(
            Of(DocumentKind.SaleReturn, "T3", "2026-01-06", Line(1, 20)) with { OriginalNo = "B2" });

        sold.Should().Be(RefusalReason.OriginalTakenBack);
        tooMany.Should().Be(RefusalReason.ExceedsOriginal);
        // 10 of the first at 10, of unknown origin at what one costs by now: (90 − 70 + 10) ÷ 3.
        book.Query(
                "select line.cost_amount from document_line line inner join document on document.seq = line.seq "
                + "where document.kind = 'sale_return' and document.document_no in ('T1', 'T3') order by line.seq",
                row => row.GetInt64(0) / (decimal)Money.Scale)
            .Should().Equal(-10m, -10m);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Left_over_goods_are_taken_off_the_oldest_deliveries_at_their_price_and_cost()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(3, 30)));
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-02", Line(3, 61)));
        await book.PostedAsync(Receipt("R2", "2026-01-03", Line(5, 100)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-04", Line(4, 120)));
        await book.PostedAsync(
            Of(DocumentKind.DeliveryReceipt, "G1", "2026-01-05", Line(4, 120)) with { OriginalNo = "N1" });
        await book.PostedAsync(Of(DocumentKind.SaleReturn, "T1", "2026-01-06", Line(1, 20)) with { OriginalNo = "D1" });
        var left = Of(DocumentKind.LeftoverReturn, "L1", "2026-01-07", Line(3, 0));

        await Restores.EverythingAsync(book, left with { DocumentNo = "L0" });
        var seq = await book.PostedAsync(left);

        // 2 of the first sale: 61 ÷ 3 each from the second piece on; 1 of the delivery.
        book.Query(
                $"select qty, net_amount, cost_amount from document_line where seq = {seq} order by line_no",
                row => (row.GetInt64(0) / Qty.Scale, row.GetInt64(1) / (decimal)Money.Scale,
                    row.GetInt64(2) / (decimal)Money.Scale))
            .Should().Equal((-2, -40.6667m, -20m), (-1, -30m, -20m));
        (await RefusedAsync(book, Of(DocumentKind.LeftoverReturn, "L2", "2026-01-07", Line(4, 0))))
            .Should().Be(RefusalReason.NothingDelivered);
        await book.PostedAsync(Of(DocumentKind.LeftoverReturn, "L2", "2026-01-07", Line(3, 0)));
        (await RefusedAsync(book, new Reversal("sale:D1", "D1-R"))).Should().Be(RefusalReason.OriginalTakenBack);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Packs_left_over_come_off_their_own_delivery_and_each_line_of_the_book_keeps_the_fields()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(new CustomFieldMaster(FieldOwner.DocumentLine, "site", FieldType.Text));
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(9, 90)));
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-02", Line(3, 60) with { TraceCodes = ["1"] }));
        await book.PostedAsync(
            Of(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(3, 90) with { TraceCodes = ["2"] }));
        await book.PostedAsync(
            Of(DocumentKind.DeliveryReceipt, "G1", "2026-01-04", Line(3, 90)) with { OriginalNo = "N1" });
        var left = Of(
            DocumentKind.LeftoverReturn, "L1", "2026-01-07",
            Line(2, 0) with { TraceCodes = ["2"], Fields = [new FieldValue("site", "A")] },
            Line(1, 0) with { Fields = [new FieldValue("site", "B")] });
        await Restores.EverythingAsync(book, left with { DocumentNo = "L0" });

        var seq = await book.PostedAsync(left);

        book.Query(
                "select line.net_amount, field.field_value from document_line line left join document_field field "
                + "on field.seq = line.seq and field.document_line_no = line.line_no "
                + $"where line.seq = {seq} order by line.line_no",
                row => (row.GetInt64(0) / (decimal)Money.Scale, row.GetString(1)))
            .Should().Equal((-30m, "A"), (-20m, "A"), (-20m, "B"));
        (await RefusedAsync(book, left with { DocumentNo = "L2" })).Should().Be(RefusalReason.TraceCodeNotSold);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Left_over_goods_of_a_project_are_taken_off_its_deliveries_alone()
    {
        await using var book = await SoldAsync();
        await book.PostedAsync(
            Of(DocumentKind.Sale, "D2", "2026-01-04", Line(2, 50)) with { ProjectCode = "P1" });

        var tooMany = await RefusedAsync(
            book, Of(DocumentKind.LeftoverReturn, "L1", "2026-01-07", Line(3, 0)) with { ProjectCode = "P1" });
        await book.PostedAsync(
            Of(DocumentKind.LeftoverReturn, "L1", "2026-01-07", Line(2, 0)) with { ProjectCode = "P1" });

        tooMany.Should().Be(RefusalReason.NothingDelivered);
        Balance(book, "6001").Should().Be(-140m);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task An_exchange_takes_goods_in_and_gives_others_and_settles_the_difference()
    {
        await using var book = await SoldAsync();
        await book.PostedAsync(Receipt("R2", "2026-01-04", Line(5, 15, OtherItem)));
        var exchange = Of(
            DocumentKind.Exchange, "E1", "2026-01-05",
            Line(2, 40) with { IsBack = true, OriginalNo = "D1", TaxAmount = Money.Round(2) },
            Line(3, 66, OtherItem) with { TaxAmount = Money.Round(3) });
        await Restores.EverythingAsync(book, exchange with { DocumentNo = "E0" });

        await book.PostedAsync(exchange);

        Balances(book).Should().Equal(
            ("1122", 167m), ("1405", 46m), ("2202", -105m), ("2221", -1m), ("6001", -166m), ("6401", 59m));
        (await RefusedAsync(book, Of(
            DocumentKind.Exchange, "E2", "2026-01-05", Line(6, 40) with { IsBack = true, OriginalNo = "D1" })))
            .Should().Be(RefusalReason.ExceedsOriginal);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Gifts_are_a_cost_of_the_sale_and_samples_an_expense_also_when_they_come_back()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(9, 90)));
        var sale = Of(
            DocumentKind.Sale, "D1", "2026-01-02", Line(2, 40),
            Line(1, 0) with { Purpose = LinePurpose.Gift }, Line(3, 0) with { Purpose = LinePurpose.Sample });
        await Restores.EverythingAsync(book, sale with { DocumentNo = "D0" });

        await book.PostedAsync(sale);
        await book.PostedAsync(Of(
            DocumentKind.SaleReturn, "T1", "2026-01-03",
            Line(1, 0) with { OriginalLineNo = 3, Purpose = LinePurpose.Sample }) with { OriginalNo = "D1" });

        Balances(book).Should().Equal(
            ("1122", 40m), ("1405", 40m), ("2202", -90m), ("6001", -40m), ("6401", 30m), ("6601", 20m));
        await book.PostedAsync(Receipt("R0", "2025-12-31", Line(9, 180)));
        Balances(book).Should().Contain(("6401", 45m)).And.Contain(("6601", 30m));
        await IsConservedAsync(book);
    }

    [Theory]
    [InlineData(DeemedSale.ListPrice, 300)]
    [InlineData(DeemedSale.Cost, 572)]
    public async Task What_is_given_away_bears_output_tax_where_the_document_says_by_what(
        DeemedSale by, int cents)
    {
        var tax = cents / 100m;
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(9, 90)));
        var given = Line(4, 0) with
        {
            Purpose = LinePurpose.Gift, TaxRate = 0.13m, ListAmount = Money.Round(26.08m),
        };
        var issue = Of(DocumentKind.SampleIssue, "A1", "2026-01-02", given) with { DeemedSale = by };
        await Restores.EverythingAsync(book, issue with { DocumentNo = "A0" });

        await book.PostedAsync(issue);

        // 26.08 less 23.08 without tax; or 13 % of the cost of 40 and a tenth of it.
        Balances(book).Should().Equal(("1405", 50m), ("2202", -90m), ("2221", -tax), ("6601", 40m + tax));
        var sale = Of(DocumentKind.Sale, "D1", "2026-01-02", Line(1, 20), given) with { DeemedSale = by };
        await Restores.EverythingAsync(book, sale with { DocumentNo = "D0" });
        await book.PostedAsync(sale);
        Balance(book, "1122").Should().Be(20, "the customer does not pay it");
        Balance(book, "2221").Should().Be(-2 * tax);
        await book.PostedAsync(Of(
            DocumentKind.SaleReturn, "T1", "2026-01-03", given with { OriginalLineNo = 2 }) with
        {
            OriginalNo = "D1", DeemedSale = by,
        });
        Balance(book, "2221").Should().Be(-tax);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Goods_given_away_bear_no_tax_of_a_small_scale_taxpayer_and_none_without_a_price()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(9, 90)));
        var issue = Of(
            DocumentKind.SampleIssue, "A1", "2026-01-02",
            Line(1, 0) with { Purpose = LinePurpose.Sample, TaxRate = 0.13m }) with
        {
            DeemedSale = DeemedSale.ListPrice,
        };

        (await RefusedAsync(book, issue)).Should().Be(RefusalReason.NoPrice);
        (await RefusedAsync(book, Of(DocumentKind.DeliveryNote, "N1", "2026-01-02", Line(1, 5)) with
        {
            DeemedSale = DeemedSale.Cost,
        })).Should().Be(RefusalReason.PartNotTaken);
        await book.PostedAsync(new LegalEntityMaster("L1", "小店") { TaxpayerType = TaxpayerType.SmallScale });
        await book.PostedAsync(new StoreMaster(Store, "城东店") { MayGoNegative = true, LegalEntityCode = "L1" });
        await book.PostedAsync(issue with { DeemedSale = DeemedSale.Cost });
        Balance(book, "2221").Should().Be(0);
    }

    [Fact]
    public async Task A_sample_issue_gives_goods_away_as_an_expense()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(9, 90)));
        var issue = Of(
            DocumentKind.SampleIssue, "A1", "2026-01-02", Line(1, 0) with { Purpose = LinePurpose.Gift },
            Line(3, 0) with { Purpose = LinePurpose.Sample });
        await Restores.EverythingAsync(book, issue with { DocumentNo = "A0" });

        await book.PostedAsync(issue);

        Balances(book).Should().Equal(("1405", 50m), ("2202", -90m), ("6601", 40m));
        (await RefusedAsync(book, Of(DocumentKind.SampleIssue, "A2", "2026-01-02", Line(1, 0))))
            .Should().Be(RefusalReason.PurposeMissing);
        (await RefusedAsync(book, Of(
            DocumentKind.SampleIssue, "A2", "2026-01-02", Line(1, 5) with { Purpose = LinePurpose.Sample })))
            .Should().Be(RefusalReason.AmountNotTaken);
        (await RefusedAsync(book, Of(DocumentKind.LeftoverReturn, "L1", "2026-01-02", Line(1, 5))))
            .Should().Be(RefusalReason.AmountNotTaken);
        await IsConservedAsync(book);
    }

    /// <summary>9 received at 10 each, 7 of them sold at 20.</summary>
    private static async Task<TestBook> SoldAsync()
    {
        var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(9, 90)));
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-03", Line(7, 140)));
        return book;
    }
}
