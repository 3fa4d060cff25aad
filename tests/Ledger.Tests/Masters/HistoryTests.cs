using Analytics.Ledger.History;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.Masters.WideBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Masters;

public sealed class HistoryTests
{
    [Fact]
    public async Task Every_change_of_an_item_says_who_when_and_what_from_what_to()
    {
        await using var book = await CreateAsync();
        var first = await book.PostedAsync(FullItem with { Actor = "wang" });
        var second = await book.PostedAsync(FullItem with
        {
            Actor = "li", Name = "新名", TaxRate = 0.06m, CategoryCode = "A", IsActive = false,
            Units = [new ItemUnit("片", 0.05m)], Fields = [new FieldValue("colour", "blue")],
        });

        var steps = await MasterAsync(book, "item", "X");

        steps.Select(step => (step.Seq, step.Actor, step.What))
            .Should().Equal((first, "wang", "created"), (second, "li", "changed"));
        steps[0].Changes.Should().Contain(new FieldChange("cost_class_id", "", "K2"));
        steps[0].At.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5));
        steps[1].Changes.Should().Equal(
            new FieldChange("category_id", "A1", "A"),
            new FieldChange("field.colour", "red", "blue"),
            new FieldChange("is_active", "true", "false"),
            new FieldChange("item_name", "阿莫西林胶囊", "新名"),
            new FieldChange("tax_rate", "0.13", "0.06"),
            new FieldChange("unit.片.unit_factor", "0.041667", "0.05"),
            new FieldChange("unit.盒.barcode", "690", ""),
            new FieldChange("unit.盒.unit_factor", "1", ""));
    }

    [Fact]
    public async Task What_is_personal_only_says_that_it_changed_and_once_erased_that_it_was()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new PartyMaster(Customer, "王小明") { IsCustomer = true, Phone = "139", TaxNo = "9" });
        var before = await MasterAsync(book, "party", Customer);
        await book.PostedAsync(new PartyErasure(Customer, "本人要求") { Actor = "dpo" });

        var after = await MasterAsync(book, "party", Customer);

        before[1].Changes.Should().Equal(new FieldChange("tax_no", "", "9"), new FieldChange("phone", "", "changed"));
        after.Select(step => step.What).Should().Equal("created", "changed", "erased");
        after[2].Changes.Should().Equal(new FieldChange("reason", "", "本人要求"));
        after[1].Changes.Should().Equal(
            new FieldChange("tax_no", "", "9"), new FieldChange("personal", "", "erased"));
        after.Concat(before).SelectMany(step => step.Changes)
            .Should().NotContain(change => change.Before.Contains('王') || change.After.Contains("139"));
    }

    [Fact]
    public async Task An_erased_person_is_gone_everywhere_and_may_come_again()
    {
        await using var book = await CreateAsync();
        var party = new PartyMaster("P", "赵六") { IsCustomer = true, Address = "人民路 1 号" };
        var erasure = new PartyErasure("P", "本人要求");

        var results = await book.Journal.PostAsync(
            [party, party with { Phone = "1" }, erasure, erasure, party], default);

        results[3].Should().Be(new PostResult.AlreadyThere(((PostResult.Posted)results[2]).Seq));
        results[4].Should().BeOfType<PostResult.Posted>("what was erased is not there any more");
        book.Query("select version_id from party_private where party_name = '赵六'", row => row.GetInt64(0))
            .Should().Equal(((PostResult.Posted)results[4]).Seq);
        var report = await BookVerifier.VerifyAsync(book.Book, [], null, default);
        report.Findings.Should().BeEmpty();
        report.ErasedParties.Should().Be(2);
        await book.PostedAsync(erasure);
    }

    [Theory]
    [InlineData("update party_private set party_name = '王小明' where party_name is null")]
    [InlineData("update party_erasure set reason = 'x'")]
    [InlineData("delete from party_erasure")]
    public async Task Meddling_with_an_erasure_is_found(string change)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new PartyErasure(Customer, "本人要求"));
        book.Tamper(change).Should().Be(1);

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_document_shows_when_it_was_posted_and_how_its_cost_changed_later()
    {
        await using var book = await CreateAsync();
        var sale = await book.PostedAsync(Sale("D1", "2030-01-05", Line(1, 10)) with { Actor = "till" });
        var receipt = await book.PostedAsync(Receipt("R1", "2030-01-06", Line(2, 9)) with { Actor = "stock" });
        await using var view = await book.Book.ReadAsync(default);
        using var history = new BookHistory(view);

        var steps = history.Document("sale:D1");

        steps.Select(step => (step.Seq, step.Actor, step.What))
            .Should().Equal((sale, "till", "posted"), (receipt, "stock", "cost_adjusted"));
        steps[1].Changes.Should().Equal(new FieldChange("cost_amount", "", "4.50"));
        history.Document(DocumentKind.Sale, "D1").Should().BeEquivalentTo(steps);
        history.Document("nothing").Should().BeEmpty();
        history.Master("nothing", "x").Should().BeEmpty();
    }

    [Fact]
    public async Task Every_kind_of_master_has_a_history()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new BinMaster(Store, "A", "01"));
        await book.PostedAsync(new TargetMaster(TargetScope.Store, Store, "net_sales", 203001, Money.Round(100)));
        await book.PostedAsync(new CreditLimitMaster(CreditScope.Department, "D1") { Days = 30 });
        await book.PostedAsync(new StockLimitMaster(Item, Store) { Least = Qty.Round(5) });

        foreach (var (kind, code) in book.Query(
            "select kind, code from state_master", row => (row.GetString(0), row.GetString(1))))
        {
            var steps = await MasterAsync(book, kind, code);
            steps.Should().ContainSingle($"{kind} {code}").Which.Changes.Should().NotBeEmpty();
        }

        (await MasterAsync(book, "limit_rule", "stock:I1:S1"))[0].Changes.Should()
            .Contain(new FieldChange("scope_id", "", Store)).And.Contain(new FieldChange("min_qty", "", "5"));
        (await MasterAsync(book, "limit_rule", "credit:department:D1"))[0].Changes.Should()
            .Contain(new FieldChange("scope_id", "", "department/D1"));
    }

    private static async Task<IReadOnlyList<HistoryStep>> MasterAsync(TestBook book, string kind, string code)
    {
        await using var view = await book.Book.ReadAsync(default);
        using var history = new BookHistory(view);
        return history.Master(kind, code);
    }
}
