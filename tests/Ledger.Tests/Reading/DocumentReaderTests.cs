using Analytics.Ledger.Posting;
using Analytics.Ledger.Reading;
using Analytics.Ledger.Tests.Batches;
using Analytics.Ledger.Tests.Masters;
using Analytics.Ledger.Tests.Receivables;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Reading;

public sealed class DocumentReaderTests
{
    private const string Code = "81000000000000000001";

    [Fact]
    public async Task A_line_is_read_with_the_batches_bins_and_codes_it_moved()
    {
        await using var batches = await BatchBook.OpenAsync();
        var book = batches.Book;
        DocumentLine[] received =
        [
            BatchBook.Of("B-1", 2, "2030-06") with { LotNo = "L1", BinCode = "A/1", TraceCodes = [Code] },
            BatchBook.Of("B-2", 5, "2031-12-31") with { BinCode = "A/2" },
            Line(1, 1),
        ];
        await book.PostedAsync(Receipt("R1", "2026-01-01", received) with { StoreCode = BatchBook.Strict });
        var sold = BatchBook.Of("", 3) with { TraceCodes = [Code] };
        await book.PostedAsync(Sale("D1", "2026-01-02", sold) with { StoreCode = BatchBook.Strict });

        var receipt = await ReadAsync(book, "purchase_receipt:R1");
        var sale = await ReadAsync(book, "sale:D1");

        receipt.Lines.Select(line => line.Movements.Single()).Should().Equal(
            new MovementView(
                new Qty(2 * Qty.Scale), BatchBook.Strict, Location.Supplier, "B-1", "L1", new DateOnly(2030, 6, 30),
                BatchBook.Strict + "/A/1"),
            new MovementView(
                new Qty(5 * Qty.Scale), BatchBook.Strict, Location.Supplier, "B-2", "", new DateOnly(2031, 12, 31),
                BatchBook.Strict + "/A/2"),
            new MovementView(new Qty(Qty.Scale), BatchBook.Strict, Location.Supplier, "", "", null, ""));
        receipt.Lines.Select(line => string.Join(',', line.TraceCodes)).Should().Equal(Code, "", "");
        var line = sale.Lines.Single();
        line.Movements.Select(one => (one.BatchNo, one.Quantity.Units / Qty.Scale, one.Counter)).Should().Equal(
            ("B-1", -2, Location.Customer), ("B-2", -1, Location.Customer));
        line.Movements.Sum(one => one.Quantity.Units).Should().Be(-line.Quantity.Units);
        line.TraceCodes.Should().Equal(Code);
    }

    [Fact]
    public async Task A_document_is_read_with_its_employees_fields_and_files_and_so_is_its_reversal()
    {
        await using var book = await WideBook.CreateAsync();
        await book.PostedAsync(new EmployeeMaster("E2", "赵店员"));
        var sale = Sale(
            "D1", "2030-01-05", Line(2, 20) with { Fields = [new FieldValue("rate", "0.5")] }, Line(1, 7)) with
        {
            Employees = [new("sales", "E1", 0.4m), new("sales", "E2", 0.6m), new("delivery", "E2")],
            Attachments = [new Attachment(WideBook.Hash, "合同.pdf", "application/pdf", 12)],
            Fields = [new FieldValue("order", "-7")],
        };
        await book.PostedAsync(sale);
        await book.PostedAsync(new EmployeeMaster("E2", "赵店长"));
        await book.PostedAsync(new Reversal("sale:D1", "D1-R"));

        foreach (var key in (string[])["sale:D1", "reversal:sale:D1"])
        {
            var view = await ReadAsync(book, key);

            view.Head!.Employees.Should().Equal(sale.Employees);
            view.Head.Attachments.Should().Equal(sale.Attachments);
            view.Head.Fields.Should().Equal(sale.Fields);
            view.Lines[0].Fields.Should().Equal(sale.Lines[0].Fields);
            view.Lines[1].Fields.Should().BeEmpty();
        }

        book.Query(
            "select role || ' ' || employee_id, sum(share * net_amount) from document_employee "
            + "join document_line using (seq) group by role, employee_id",
            row => row.GetInt64(1)).Should().Equal(0, 0, 0);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reversal_that_holds_not_what_its_original_does_is_a_finding()
    {
        await using var book = await WideBook.CreateAsync();
        var sale = Sale("D1", "2030-01-05", Line(2, 20)) with
        {
            Employees = [new("sales", "E1")], Fields = [new FieldValue("order", "-7")],
        };
        await book.PostedAsync(sale);
        var seq = await book.PostedAsync(new Reversal("sale:D1", "D1-R"));
        foreach (var (forge, restore) in ((string, string)[])
            [($"update document_employee set share = 1 where seq = {seq}",
                $"update document_employee set share = 1000000 where seq = {seq}"),
            ($"update document_field set line_no = 2 where seq = {seq}",
                $"update document_field set line_no = 1 where seq = {seq}")])
        {
            book.Tamper(forge).Should().Be(1);

            (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings
                .Should().Contain(finding => finding.What.StartsWith("reversal_detail_off", StringComparison.Ordinal));
            book.Tamper(restore).Should().Be(1);
        }

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_voucher_is_read_as_it_was_handed_in_until_it_is_posted()
    {
        await using var book = await Owing.BookAsync();
        await book.PostedAsync(Owing.Sold("D1", "2026-01-02", 100));
        var voucher = Owing.Off(
            WriteOffKind.BadDebt, "V1", "2026-01-15", Customer, Owing.Part(Owing.TheSale("D1"), 25));
        await book.PostAsync(new VoucherDraft(voucher) { Actor = "张三" });

        var draft = await ReadAsync(book, "write_off:V1");
        await book.PostedAsync(voucher);
        await using var after = await book.Book.ReadAsync(default);
        var posted = await DocumentReader.FindAsync(after, "write_off", "V1", default);

        (draft.Kind, draft.Status, draft.Held, draft.Head).Should().Be(("write_off", DocumentStatus.Draft, null, null));
        draft.HeldVoucher.Should().BeEquivalentTo(voucher with { Actor = "张三" }, as_ => as_.RespectingRuntimeTypes());
        (posted!.Status, posted.HeldVoucher, posted.Head!.PartyCode)
            .Should().Be((DocumentStatus.Posted, null, Customer));
        posted.Life.Select(step => step.After).Should().Equal(DocumentStatus.Draft, DocumentStatus.Posted);
    }

    private static async Task<DocumentView> ReadAsync(TestBook book, string key)
    {
        await using var view = await book.Book.ReadAsync(default);
        return (await DocumentReader.FindAsync(view, key, default))!;
    }
}
