using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>Orders, and the deliveries and receipts that follow their lines.</summary>
public sealed class FollowingTests
{
    [Fact]
    public void Every_kind_of_document_has_a_form()
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            DocumentForms.Of(kind).Takes.Should().NotBe(DocumentParts.None, "{0} takes something", kind);
        }
    }

    [Fact]
    public async Task An_order_moves_nothing_and_owes_nothing()
    {
        await using var book = await CreateAsync();

        var seq = await book.PostedAsync(Order("SO1", "2026-01-02", Line(5, 100)));

        book.Number("select count(*) from stock_movement").Should().Be(0);
        book.Number("select count(*) from money_movement").Should().Be(0);
        book.Number($"select qty from document_line where seq = {seq}").Should().Be(5 * Qty.Scale);
    }

    [Fact]
    public async Task An_order_is_delivered_in_several_parts_and_never_beyond_itself()
    {
        await using var book = await CreateAsync();
        var order = await book.PostedAsync(Order("SO1", "2026-01-02", Line(5, 100), Line(2, 8, OtherItem)));

        await book.PostedAsync(Sale("D1", "2026-01-03", Line(3, 60)) with { OriginalNo = "SO1" });
        await book.PostedAsync(
            Sale("D2", "2026-01-04", Line(1, 20), Line(2, 8, OtherItem)) with { OriginalNo = "SO1" });
        var refusal = await book.RefusedAsync(Sale("D3", "2026-01-05", Line(2, 40)) with { OriginalNo = "SO1" });

        refusal.Reason.Should().Be(RefusalReason.ExceedsOriginal);
        refusal.What.Should().Contain("1 < 2");
        Followed(book, order).Should().Equal((1, "sale", 4), (2, "sale", 2));
        await book.PostedAsync(Sale("D3", "2026-01-05", Line(1, 20)) with { OriginalNo = "SO1" });
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task One_delivery_follows_lines_of_several_orders()
    {
        await using var book = await CreateAsync();
        var first = await book.PostedAsync(Order("SO1", "2026-01-02", Line(1, 20)));
        var second = await book.PostedAsync(Order("SO2", "2026-01-02", Line(2, 40), Line(4, 80)));

        await book.PostedAsync(Sale("D1", "2026-01-03",
            Line(1, 20) with { OriginalNo = "SO1" },
            Line(3, 60) with { OriginalNo = "SO2", OriginalLineNo = 2 },
            Line(9, 100)));

        Followed(book, first).Should().Equal((1, "sale", 1));
        Followed(book, second).Should().Equal((2, "sale", 3));
        book.Number("select count(*) from document_line where original_seq = -1 and qty = 90000").Should().Be(1);
    }

    [Fact]
    public async Task A_receipt_follows_a_purchase_order_in_packs()
    {
        await using var book = await CreateAsync();
        var order = await book.PostedAsync(new Document(DocumentKind.PurchaseOrder, "PO1", Day("2026-01-02"))
        {
            StoreCode = Store, PartyCode = Supplier, Lines = [Line(2, 400) with { Unit = "箱" }],
            ExpectedOn = new DateOnly(2026, 1, 9),
        });

        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(30, 300)) with { OriginalNo = "PO1" });

        Followed(book, order).Should().Equal((1, "purchase_receipt", 30));
        book.Number($"select expected_on from document where seq = {order}").Should().Be(20260109);
        var refusal = await book.RefusedAsync(Receipt("R2", "2026-01-06", Line(11, 110)) with { OriginalNo = "PO1" });
        refusal.Reason.Should().Be(RefusalReason.ExceedsOriginal);
    }

    [Fact]
    public async Task A_reversed_delivery_gives_the_order_back_what_it_took()
    {
        await using var book = await CreateAsync();
        var order = await book.PostedAsync(Order("SO1", "2026-01-02", Line(5, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 100)) with { OriginalNo = "SO1" });
        var followed = await book.RefusedAsync(new Reversal("sales_order:SO1", "SO1-R"));

        await book.PostedAsync(new Reversal("sale:D1", "D1-R"));

        followed.Reason.Should().Be(RefusalReason.OriginalTakenBack);
        Followed(book, order).Should().Equal((1, "sale", 0));
        await book.PostedAsync(Sale("D2", "2026-01-03", Line(5, 100)) with { OriginalNo = "SO1" });
        await book.PostedAsync(new Reversal("sale:D2", "D2-R"));
        await book.PostedAsync(new Reversal("sales_order:SO1", "SO1-R"));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task Reversing_a_delivery_restores_all_that_it_moved()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(7, 70)));
        await book.PostedAsync(Order("SO1", "2026-01-02", Line(5, 100)));

        await Restores.EverythingAsync(book, Sale("D1", "2026-01-03", Line(3, 60)) with
        {
            OriginalNo = "SO1", Tender = Tender.Account,
        });
    }

    [Fact]
    public async Task An_order_that_was_ended_is_delivered_no_more_and_keeps_its_number()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Order("SO1", "2026-01-02", Line(5, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(3, 60)) with { OriginalNo = "SO1" });

        var ended = await book.PostAsync(new Termination("sales_order:SO1") { Note = "客户取消" });

        ended.Should().BeOfType<PostResult.Held>().Which.Status.Should().Be(DocumentStatus.Terminated);
        (await book.RefusedAsync(Sale("D2", "2026-01-04", Line(1, 20)) with { OriginalNo = "SO1" }))
            .Reason.Should().Be(RefusalReason.OriginalEnded);
        (await book.RefusedAsync(Order("SO1", "2026-01-05", Line(1, 20)) with { Key = "again" }))
            .Reason.Should().Be(RefusalReason.DuplicateDocumentNo);
        (await book.RefusedAsync(new Termination("sale:D1"))).Reason.Should().Be(RefusalReason.WrongStatus);
        await VerifiesAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Astray => new()
    {
        { RefusalReason.UnknownOriginal, Sale("D1", "2026-01-03", Line(1, 20)) with { OriginalNo = "SO9" } },
        { RefusalReason.UnknownOriginal, Sale("D1", "2026-01-03", Line(1, 4, OtherItem)) with { OriginalNo = "SO1" } },
        {
            RefusalReason.UnknownOriginal,
            Sale("D1", "2026-01-03", Line(1, 20) with { OriginalLineNo = 2 }) with { OriginalNo = "SO1" }
        },
        { RefusalReason.BeforeOriginal, Sale("D1", "2026-01-01", Line(1, 20)) with { OriginalNo = "SO1" } },
        {
            RefusalReason.OriginalOfOther,
            Sale("D1", "2026-01-03", Line(1, 20)) with { OriginalNo = "SO1", PartyCode = "C2" }
        },
        {
            RefusalReason.PartNotTaken,
            Order("SO2", "2026-01-03", Line(1, 20)) with { Kind = DocumentKind.Quotation, OriginalNo = "SO1" }
        },
        { RefusalReason.PartNotTaken, Sale("D1", "2026-01-03", Line(1, 20)) with { ToDepotCode = OtherStore } },
        { RefusalReason.UnknownMaster, Sale("D1", "2026-01-03", Line(1, 20) with { PromotionCode = "X" }) },
        { RefusalReason.UnknownMaster, Sale("D1", "2026-01-03", Line(1, 20)) with { ReasonCode = "X" } },
        { RefusalReason.CodeMissing, Order("SO2", "2026-01-03", Line(1, 20)) with { PartyCode = "" } },
        { RefusalReason.AmountNegative, Sale("D1", "2026-01-03", Line(1, 20) with { ListAmount = Money.Round(-1) }) },
    };

    [Theory]
    [MemberData(nameof(Astray))]
    public async Task What_cannot_follow_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new PartyMaster("C2", "李四") { IsCustomer = true });
        await book.PostedAsync(Order("SO1", "2026-01-02", Line(5, 100)));

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
    }

    /// <summary>Random orders, deliveries, reversals and endings: what each order has left is what a plain count says.
    /// </summary>
    [Fact]
    public void What_an_order_has_left_is_what_plain_counting_says() =>
        Gen.Int[0, int.MaxValue].Sample(seed => LeftAsync(seed).GetAwaiter().GetResult(), iter: 12, threads: 1);

    private static async Task LeftAsync(int seed)
    {
        await using var book = await CreateAsync();
        var random = new Random(seed);
        var left = new Dictionary<string, int>();
        var ended = new HashSet<string>();
        var deliveries = new List<(string No, string Order, int Qty)>();
        for (var step = 0; step < 60; step++)
        {
            var order = $"SO{random.Next(5)}";
            if (!left.ContainsKey(order))
            {
                left[order] = random.Next(1, 20);
                await book.PostedAsync(Order(order, "2026-01-02", Line(left[order], 100)));
            }
            else if (random.Next(12) == 0 && ended.Add(order))
            {
                await book.PostAsync(new Termination($"sales_order:{order}"));
            }
            else if (deliveries.Count > 0 && random.Next(4) == 0)
            {
                var back = deliveries[random.Next(deliveries.Count)];
                deliveries.Remove(back);
                left[back.Order] += back.Qty;
                await book.PostedAsync(new Reversal($"sale:{back.No}", back.No + "-R"));
            }
            else
            {
                var qty = random.Next(1, 8);
                var result = await book.PostAsync(
                    Sale($"D{step}", "2026-01-03", Line(qty, 10)) with { OriginalNo = order });
                var isTaken = !ended.Contains(order) && qty <= left[order];
                (result is PostResult.Posted).Should().Be(isTaken, "seed {0}, step {1}", seed, step);
                if (isTaken)
                {
                    left[order] -= qty;
                    deliveries.Add(($"D{step}", order, qty));
                }
            }
        }

        await VerifiesAsync(book);
    }

    private static Document Order(string number, string date, params DocumentLine[] lines) =>
        Sale(number, date, lines) with { Kind = DocumentKind.SalesOrder };

    private static List<(long Line, string Kind, decimal Qty)> Followed(TestBook book, long seq) => book.Query(
        $"select line_no, kind, qty from state_followed where seq = {seq} order by line_no",
        row => (row.GetInt64(0), row.GetString(1), (decimal)row.GetInt64(2) / Qty.Scale));

    private static async Task VerifiesAsync(TestBook book)
    {
        var report = await BookVerifier.VerifyAsync(book.Book, [], null, default);
        report.Findings.Should().BeEmpty();
    }
}
