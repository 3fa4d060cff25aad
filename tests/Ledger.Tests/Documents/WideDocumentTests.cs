using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Masters;
using Analytics.Ledger.Verify;
using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Documents;

public sealed class WideDocumentTests
{
    private static Document Wide => Sale("D1", "2030-01-05", WideLine) with
    {
        ProjectCode = "P1",
        ChannelCode = "H1",
        Note = "加急",
        Employees = [new DocumentEmployee("sales", "E1", 0.4m), new DocumentEmployee("sales", "E2", 0.6m)],
        Attachments = [new Attachment(WideBook.Hash, "合同.pdf", "application/pdf", 12)],
        Fields = [new FieldValue("order", "-7")],
    };

    private static DocumentLine WideLine =>
        Line(2, 20) with { Unit = "箱", TaxRate = 0.06m, Fields = [new FieldValue("rate", "0.5")] };

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.UnknownMaster, Wide with { ProjectCode = "nothing" } },
        { RefusalReason.UnknownMaster, Wide with { ChannelCode = "P1" } },
        { RefusalReason.InactiveMaster, Wide with { ChannelCode = "H0" } },
        { RefusalReason.TextInvalid, Wide with { Note = "\n" } },
        { RefusalReason.UnknownParty, Wide with { SettlementPartyCode = "nobody" } },
        { RefusalReason.SharesUnbalanced, Wide with { Employees = [new DocumentEmployee("a", "E1", 0.9m)] } },
        { RefusalReason.SharesUnbalanced, Wide with { Employees = [new("a", "E1"), new("a", "E1", 0)] } },
        { RefusalReason.UnknownEmployee, Wide with { Employees = [new DocumentEmployee("a", "nobody")] } },
        { RefusalReason.InactiveEmployee, Wide with { Employees = [new DocumentEmployee("a", "E0")] } },
        { RefusalReason.CodeMissing, Wide with { Employees = [new DocumentEmployee("", "E1")] } },
        { RefusalReason.HashInvalid, Wide with { Attachments = [new(new string('A', 64), "x", "", 1)] } },
        { RefusalReason.HashInvalid, Wide with { Attachments = [new("abc", "x", "", 1)] } },
        { RefusalReason.CodeMissing, Wide with { Attachments = [new(WideBook.Hash, "", "", 1)] } },
        { RefusalReason.AmountNegative, Wide with { Attachments = [new(WideBook.Hash, "x", "", -1)] } },
        { RefusalReason.FieldInvalid, Wide with { Fields = [new FieldValue("order", "1.5")] } },
        { RefusalReason.UnknownField, Wide with { Fields = [new FieldValue("rate", "1")] } },
        { RefusalReason.FieldInvalid, Of(WideLine with { Fields = [new FieldValue("rate", "1,5")] }) },
        { RefusalReason.AmountTooLarge, Of(WideLine with { TaxRate = 1 }) },
        { RefusalReason.AmountTooLarge, Of(WideLine with { TaxRate = -0.01m }) },
        { RefusalReason.NumberNotExact, Of(WideLine with { TaxRate = 0.00001m }) },
        { RefusalReason.AmountStatedTwice, Of(WideLine with { GrossAmount = Money.Round(1) }) },
        { RefusalReason.AmountNegative, Of(Line(1, 0) with { GrossAmount = Money.Round(-1) }) },
        { RefusalReason.AmountTooLarge, Of(Line(1, 0) with { GrossAmount = Money.Round(10_000_000_000) }) },
        {
            RefusalReason.Unbalanced,
            Of(Line(1, 0) with { GrossAmount = Money.Round(2) }) with { StatedTotal = Money.Round(1) }
        },
        { RefusalReason.InactiveItem, Of(Line(1, 1, "I0")) },
        { RefusalReason.InactiveParty, Wide with { PartyCode = "C0" } },
        { RefusalReason.InactiveParty, Wide with { SettlementPartyCode = "C0" } },
        { RefusalReason.InactiveEmployee, Wide with { EmployeeCode = "E0" } },
        { RefusalReason.StoreClosed, Wide with { StoreCode = "S0" } },
        { RefusalReason.StoreClosed, Wide with { DepotCode = "S0" } },
        { RefusalReason.ValueMissing, Wide with { Employees = [null!] } },
        { RefusalReason.ValueMissing, Wide with { Attachments = null! } },
        { RefusalReason.ValueMissing, Of(WideLine with { Fields = [null!] }) },
    };

    public static TheoryData<Document> Others =>
    [
        Wide with { ProjectCode = "" },
        Wide with { ChannelCode = "" },
        Wide with { Note = "" },
        Wide with { SettlementPartyCode = Customer },
        Wide with { Employees = [new DocumentEmployee("sales", "E1")] },
        Wide with { Attachments = [] },
        Wide with { Attachments = [new Attachment(WideBook.Hash, "合同.pdf", "application/pdf", 13)] },
        Wide with { Fields = [new FieldValue("order", "7")] },
        Of(WideLine with { TaxRate = null }),
        Of(WideLine with { Fields = [] }),
        Of(WideLine with { NetAmount = default, GrossAmount = Money.Round(20) }),
    ];

    [Fact]
    public async Task A_document_keeps_all_that_hangs_on_it()
    {
        await using var book = await OpenAsync();

        var seq = await book.PostedAsync(Wide);

        book.Number(
            "select count(*) from document, list_value as project, list_value as channel "
            + $"where document.seq = {seq} and project_id = project.list_value_id and project.value_code = 'P1' "
            + "and channel_id = channel.list_value_id and channel.value_code = 'H1' and note = '加急'").Should().Be(1);
        book.Query(
            "select role, share from document_employee order by line_no",
            row => (row.GetString(0), row.GetInt64(1)))
            .Should().Equal(("sales", 400_000), ("sales", 600_000));
        book.Query("select sha256, file_name, byte_count from document_attachment", row => row.GetString(1))
            .Should().Equal("合同.pdf");
        book.Query(
            "select document_line_no, field_name, field_value from document_field order by line_no",
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2)))
            .Should().Equal((0, "order", "-7"), (1, "rate", "0.5"));
        (await book.PostAsync(Wide)).Should().Be(new PostResult.AlreadyThere(seq));
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_hang_together_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await OpenAsync();

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
        await book.PostedAsync(Wide);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task The_same_key_with_another_content_is_refused(Document other)
    {
        await using var book = await OpenAsync();
        await book.PostedAsync(Wide);

        (await book.RefusedAsync(other)).Reason.Should().Be(RefusalReason.DuplicateKey);
    }

    [Fact]
    public async Task A_store_takes_documents_up_to_its_last_day()
    {
        await using var book = await OpenAsync();

        await book.PostedAsync(Wide with { StoreCode = "S0", BusinessAt = Day("2029-12-31") });
    }

    [Fact]
    public async Task Who_settles_is_whom_the_document_names_else_whom_the_party_does_else_the_party()
    {
        await using var book = await OpenAsync();
        await book.PostedAsync(WideBook.FullParty);
        async Task<string> PayerAsync(string number, string party, string payer) => book.Query(
            "select party_code from document join party on party.party_id = document.settlement_party_id "
            + $"where document.seq = {await book.PostedAsync(Sale(number, "2030-01-05", Line(1, 1)) with
            {
                PartyCode = party, SettlementPartyCode = payer, Tender = Tender.Account,
            })}", row => row.GetString(0)).Single();

        (await PayerAsync("D1", Customer, "")).Should().Be(Customer);
        (await PayerAsync("D2", "X", "")).Should().Be(Customer);
        (await PayerAsync("D3", "X", "X")).Should().Be("X");
    }

    [Fact]
    public async Task An_item_moves_in_any_of_its_units_exactly()
    {
        await using var book = await OpenAsync();
        await book.PostedAsync(new ItemMaster("U", "u", "A")
        {
            BaseUnit = "盒", PackUnit = "箱", PackFactor = 20, Units = [new ItemUnit("片", 0.0625m), new("托", 480)],
        });

        var units = new[] { "盒", "箱", "托", "片" };
        await Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[0, 3].Select(at => units[at])).SampleAsync(
            async (number, unit) =>
            {
                var qty = unit == "片" ? number * 16m : number / 100m;
                var factor = unit switch { "箱" => 20m, "托" => 480m, "片" => 0.0625m, _ => 1m };
                var seq = await book.PostedAsync(
                    Sale($"{unit}{number}", "2030-01-05", Line(qty, 1, "U") with { Unit = unit }) with
                    {
                        Key = Guid.NewGuid().ToString(), DocumentNo = Guid.NewGuid().ToString(),
                    });
                book.Number($"select qty from document_line where seq = {seq}")
                    .Should().Be((long)(qty * factor * Qty.Scale));
            },
            iter: 60, threads: 1);
        (await book.RefusedAsync(Sale("X", "2030-01-05", Line(0.0001m, 1, "U") with { Unit = "片" }))).Reason
            .Should().Be(RefusalReason.QuantityNotExact);
    }

    [Fact]
    public void Net_and_tax_add_up_to_the_gross_amount_and_net_is_it_without_tax_to_the_cent() =>
        Gen.Select(Gen.Long[0, 90_000_000_000_000], Gen.Long[0, 9_999]).Sample((gross, rate) =>
        {
            var (net, tax) = LineHead.Split(gross, rate);

            var exact = Math.Round(
                gross / 10_000m / (1 + (rate / 10_000m)), rate == 0 ? 4 : 2, MidpointRounding.AwayFromZero);
            (net + tax).Should().Be(gross);
            net.Should().Be(Math.Min(gross, (long)(exact * 10_000)));
            tax.Should().BeGreaterThanOrEqualTo(0);
        });

    [Fact]
    public async Task A_gross_amount_is_split_at_the_lines_rate_else_the_items()
    {
        await using var book = await OpenAsync();
        var gross = Line(1, 0, OtherItem) with { GrossAmount = Money.Round(113) };

        var seq = await book.PostedAsync(
            Sale("D1", "2030-01-05", gross, gross with { TaxRate = 0.06m }) with { StatedTotal = Money.Round(226) });

        book.Query(
            $"select net_amount, tax_rate, tax_amount from document_line where seq = {seq} order by line_no",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))
            .Should().Equal((1_000_000, 1300, 130_000), (1_066_000, 600, 64_000));
    }

    [Theory]
    [InlineData("L1", "1405 100,2202 -113,2221 13")]
    [InlineData("L2", "1405 113,2202 -113")]
    public async Task The_input_tax_of_a_small_scale_taxpayer_is_part_of_the_cost(string entity, string expected)
    {
        await using var book = await OpenAsync();
        await book.PostedAsync(new StoreMaster("X", "x") { LegalEntityCode = entity });
        var receipt = Receipt("R1", "2030-01-01", Line(10, 100) with { TaxAmount = Money.Round(13) });

        var seq = await book.PostedAsync(receipt with { StoreCode = "X" });

        string.Join(',', book.Query(
            "select account, sum(amount) from state_balance group by account order by account",
            row => $"{row.GetString(0)} {row.GetInt64(1) / Money.Scale}")).Should().Be(expected);
        book.Number("select count(*) from document join legal_entity using (legal_entity_id) "
            + $"where seq = {seq} and legal_entity_code = '{entity}'").Should().Be(1);
        book.Number($"select tax_amount from document_line where seq = {seq}").Should().Be(13 * Money.Scale);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    private static Document Of(DocumentLine line) => Wide with { Lines = [line] };

    private static async Task<TestBook> OpenAsync()
    {
        var book = await WideBook.CreateAsync();
        Submission[] masters =
        [
            new EmployeeMaster("E2", "赵店员"),
            new EmployeeMaster("E0", "离职") { IsActive = false },
            new ItemMaster("I0", "停产", "A") { IsActive = false },
            new PartyMaster("C0", "停用") { IsCustomer = true, IsActive = false },
            new StoreMaster("S0", "关店") { ClosedOn = new DateOnly(2029, 12, 31), MayGoNegative = true },
        ];
        (await book.Journal.PostAsync(masters, default)).Should().AllBeOfType<PostResult.Posted>();
        return book;
    }
}
