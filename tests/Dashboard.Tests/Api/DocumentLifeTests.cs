using System.Text.Json.Nodes;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class DocumentLifeTests(TestDashboard dashboard) : IClassFixture<TestDashboard>, IAsyncLifetime
{
    private HttpClient program = null!;

    public async Task InitializeAsync()
    {
        program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
    }

    public Task DisposeAsync()
    {
        program.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_document_lives_from_draft_over_approval_to_its_reversal()
    {
        using var boss = await dashboard.ProgramAsync(TokenScope.ApproveDocuments);
        await program.SendAsync(Rules, Rule("AR1", "sale", isActive: true));
        var sale = Example("sale", "LIFE/1");
        const string Url = Documents + "/sale%3ALIFE%2F1";

        var (drafted, draft) = await program.SendAsync(Documents + "/drafts", sale);
        var (held, awaiting) = await program.SendAsync(Documents, sale);
        var (early, _) = await program.SendAsync(Url + "/reversal", new JsonObject { ["document_no"] = "LIFE/R" });
        var (own, fourEyes) = await program.SendAsync(Url + "/approval", new JsonObject { ["is_approved"] = true });
        var (approved, posted) = await boss.SendAsync(
            Url + "/approval", new JsonObject { ["is_approved"] = true, ["note"] = "好" });
        await program.SendAsync(Rules, Rule("AR1", "sale", isActive: false));
        var (read, before) = await program.ReadAsync(Url);
        var (reversed, reversal) = await program.SendAsync(
            Url + "/reversal", new JsonObject { ["document_no"] = "LIFE/R", ["note"] = "错单" });
        var (_, after) = await program.ReadAsync(Url);

        (drafted, draft.Text("document_status")).Should().Be((202, "draft"));
        (held, awaiting.Text("document_status")).Should().Be((202, "awaiting"));
        early.Should().Be(409);
        (own, fourEyes.Text("type")).Should().Be((403, "/problems/not-four-eyes"));
        (approved, posted.Text("outcome")).Should().Be((201, "posted"));
        (read, before.Text("status")).Should().Be((200, "posted"));
        (reversed, reversal.Text("key")).Should().Be((201, "reversal:sale:LIFE/1"));
        after.Text("status").Should().Be("reversed");
        after.GetProperty("life").EnumerateArray().Select(step => step.Text("after"))
            .Should().Equal("draft", "awaiting", "posted", "reversed");
        after.GetProperty("taken_back_by").EnumerateArray().Should().ContainSingle()
            .Which.Text("document_no").Should().Be("LIFE/R");
        after.GetProperty("entry").Text("hash").Should().HaveLength(64);
        (await program.ReadAsync(reversal.Text("url"))).Body.GetProperty("head").GetProperty("is_reversal")
            .GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task What_was_posted_is_read_as_it_was_sent_and_signed_by_the_token()
    {
        var (status, body) = await program.SendAsync(Documents, Example("sale", "READ-1"));
        var (_, byNumber) = await program.ReadAsync(Documents + "?kind=sale&no=READ-1");
        var (_, byKey) = await program.ReadAsync(body.Text("url"));

        status.Should().Be(201);
        byNumber.ToString().Should().Be(byKey.ToString());
        byKey.GetProperty("head").Text("store_code").Should().Be("S01");
        byKey.GetProperty("head").Text("employee_code").Should().Be("E01");
        var line = byKey.GetProperty("lines")[0];
        line.GetProperty("net_amount").GetDecimal().Should().Be(23.01m);
        line.GetProperty("tax_amount").GetDecimal().Should().Be(2.99m);
        line.TryGetProperty("cost_amount", out _).Should().BeTrue();
        var made = (await dashboard.Tokens.ListAsync(default)).Select(token => token.Name);
        made.Should().Contain(byKey.GetProperty("entry").Text("actor"));
    }

    [Fact]
    public async Task Cost_is_for_who_may_also_read_reports()
    {
        using var till = await dashboard.ProgramAsync(TokenScope.PostDocuments, TokenScope.ReadDocuments);
        var (_, body) = await till.SendAsync(Documents, Example("sale", "COST-1"));

        var (_, document) = await till.ReadAsync(body.Text("url"));

        document.GetProperty("lines")[0].TryGetProperty("cost_amount", out _).Should().BeFalse();
        (await dashboard.Owner.ReadAsync(body.Text("url"))).Body.GetProperty("lines")[0]
            .TryGetProperty("cost_amount", out _).Should().BeTrue();
    }

    [Fact]
    public async Task A_draft_is_read_as_it_was_handed_in_and_given_up()
    {
        var (_, kept) = await program.SendAsync(Documents + "/drafts", Example("sale", "DRAFT-1"));
        var (_, before) = await program.ReadAsync(kept.Text("url"));
        var (ended, _) = await program.SendTextAsync(kept.Text("url") + "/termination", "");
        var (_, after) = await program.ReadAsync(kept.Text("url"));

        before.GetProperty("held").GetProperty("lines")[0].GetProperty("net_amount").GetDecimal().Should().Be(23.01m);
        before.GetProperty("held").TryGetProperty("actor", out _).Should().BeFalse();
        ended.Should().Be(202);
        after.Text("status").Should().Be("terminated");
    }

    [Fact]
    public async Task Of_identical_posts_at_once_one_is_posted_and_the_others_find_it_there()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => program.SendAsync(
            Documents, Example("sale", "TWICE-1"), ("Idempotency-Key", "\"till-7-000123\""))));

        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Count(answer => answer.Status == 200).Should().Be(39);
        answers.Select(answer => answer.Body.GetProperty("seq").GetInt64()).Distinct().Should().ContainSingle();
        answers.Should().OnlyContain(answer => answer.Body.Text("key") == "till-7-000123");
    }

    [Fact]
    public async Task The_same_key_for_another_content_is_refused()
    {
        await program.SendAsync(Documents, Example("sale", "KEY-1"));
        var other = Example("sale", "KEY-1");
        other["lines"]![0]!["quantity"] = 3;

        var (status, problem) = await program.SendAsync(Documents, other, ("Accept-Language", "en-GB, zh;q=0.5"));

        (status, problem.Text("type")).Should().Be((409, "/problems/duplicate-key"));
        problem.Text("detail").Should().Contain("another content");
    }

    [Fact]
    public async Task In_a_batch_each_is_accepted_or_refused_by_itself_and_in_order()
    {
        var unreadable = Example("sale", "B-2");
        unreadable["lines"]![0]!["quantity"] = "two";
        var unknown = Example("sale", "B-3");
        unknown["store_code"] = "S99";
        var batch = new JsonObject
        {
            ["documents"] = new JsonArray(Example("sale", "B-1"), unreadable, unknown, Example("sale", "B-1")),
        };

        var (status, body) = await program.SendAsync(Documents, batch);

        status.Should().Be(200);
        var results = body.GetProperty("results").EnumerateArray().ToList();
        results.Select(result => result.Text("outcome"))
            .Should().Equal("posted", "refused", "refused", "already_there");
        results[1].GetProperty("problem").GetProperty("errors")[0].Text("pointer")
            .Should().Be("/documents/1/lines/0/quantity");
        results[2].GetProperty("problem").Text("reason").Should().Be("unknown_store");
        results[2].GetProperty("problem").GetProperty("status").GetInt32().Should().Be(422);
    }

    [Fact]
    public async Task What_a_document_owes_is_read_with_what_is_left_and_settled_by_a_voucher()
    {
        var receipt = Example("purchase_receipt", "OWE-1");
        var (_, bought) = await program.SendAsync(Documents, receipt);
        var payment = Example("money_payment", "OWE-2");
        payment.Remove("settles");
        var (paid, _) = await program.SendAsync(Documents, payment);
        var (_, before) = await program.ReadAsync(bought.Text("url"));
        var (status, vouchers) = await program.SendTextAsync("/api/v1/vouchers", """
            {"vouchers": [{"type": "allocation", "document_no": "HX-1", "business_date": "2026-01-07", "pairs": [
                {"debit": {"kind": "money_payment", "document_no": "OWE-2"},
                 "credit": {"kind": "purchase_receipt", "document_no": "OWE-1"}, "amount": "100.50"}]}]}
            """);
        var (_, after) = await program.ReadAsync(bought.Text("url"));

        (paid, status).Should().Be((201, 200));
        vouchers.GetProperty("results")[0].Text("outcome").Should().Be("posted", vouchers.ToString());
        var (owed, left) = (before.GetProperty("open_items")[0], after.GetProperty("open_items")[0]);
        owed.Text("party_code").Should().Be("V01");
        owed.GetProperty("amount").GetDecimal().Should().Be(-904);
        owed.GetProperty("remaining").GetDecimal().Should().Be(-904);
        left.GetProperty("remaining").GetDecimal().Should().Be(-803.5m);
    }

    [Fact]
    public async Task A_later_correction_of_its_cost_stands_with_the_document()
    {
        await program.SendTextAsync(
            Masters, """{"masters":[{"type":"item","code":"ADJ","name":"调","category_code":"OTC","base_unit":"盒"}]}""");
        var sale = Example("sale", "ADJ-1");
        sale["lines"]![0]!["item_code"] = "ADJ";
        var receipt = Example("purchase_receipt", "ADJ-2");
        receipt["lines"] = JsonNode.Parse("""[{"item_code":"ADJ","quantity":10,"net_amount":"70"}]""");
        var (_, sold) = await program.SendAsync(Documents, sale);
        var (_, bought) = await program.SendAsync(Documents, receipt);

        var (_, document) = await program.ReadAsync(sold.Text("url"));

        document.GetProperty("lines")[0].GetProperty("is_cost_unknown").GetBoolean().Should().BeTrue();
        var adjustment = document.GetProperty("adjustments").EnumerateArray().Should().ContainSingle().Subject;
        adjustment.GetProperty("seq").GetInt64().Should().Be(bought.GetProperty("seq").GetInt64());
        adjustment.GetProperty("cost_amount").GetDecimal().Should().Be(14);
    }

    [Fact]
    public async Task What_hangs_on_a_document_is_read_with_it()
    {
        await program.SendTextAsync(
            Masters, """
            {"masters": [
                {"type": "item", "code": "BAT", "name": "批", "category_code": "OTC", "base_unit": "盒",
                 "is_batch_tracked": true, "is_traced": true},
                {"type": "bin", "depot_code": "S01", "area_code": "A", "bin_no": "1"},
                {"type": "custom_field", "applies_to": "document", "name": "route", "value_type": "text"}]}
            """);
        var receipt = Example("purchase_receipt", "BAT-1");
        receipt["employees"] = JsonNode.Parse("""[{"role": "buyer", "employee_code": "E01", "share": 1}]""");
        receipt["fields"] = JsonNode.Parse("""[{"name": "route", "value": "冷链"}]""");
        receipt["attachments"] = new JsonArray(new JsonObject
        {
            ["sha256"] = new string('a', 64), ["file_name"] = "随货单.pdf", ["media_type"] = "application/pdf",
            ["byte_count"] = 7,
        });
        receipt["lines"] = JsonNode.Parse("""
            [{"item_code": "BAT", "quantity": 5, "net_amount": "50", "batch_no": "B-1", "lot_no": "L1",
              "expires_on": "2030-06", "bin_code": "A/1", "trace_codes": ["81000000000000000001"]}]
            """);

        var (_, posted) = await program.SendAsync(Documents, receipt);
        var (_, document) = await program.ReadAsync(posted.Text("url"));

        var head = document.GetProperty("head");
        var part = head.GetProperty("employees").EnumerateArray().Should().ContainSingle().Subject;
        (part.Text("role"), part.Text("employee_code"), part.GetProperty("share").GetDecimal())
            .Should().Be(("buyer", "E01", 1));
        head.GetProperty("attachments")[0].Text("file_name").Should().Be("随货单.pdf");
        head.GetProperty("fields")[0].Text("value").Should().Be("冷链");
        var line = document.GetProperty("lines")[0];
        line.GetProperty("trace_codes")[0].GetString().Should().Be("81000000000000000001");
        var movement = line.GetProperty("movements").EnumerateArray().Should().ContainSingle().Subject;
        movement.GetProperty("quantity").GetDecimal().Should().Be(5);
        (movement.Text("depot_code"), movement.Text("counter"), movement.Text("batch_no"), movement.Text("lot_no"))
            .Should().Be(("S01", "supplier", "B-1", "L1"));
        (movement.Text("expires_on"), movement.Text("bin_code")).Should().Be(("2030-06-30", "S01/A/1"));
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_not_there()
    {
        (await program.ReadAsync(Documents + "/nothing")).Status.Should().Be(404);
        (await program.ReadAsync(Documents + "?kind=sale&no=nothing")).Status.Should().Be(404);
        (await program.ReadAsync(Documents + "?kind=nothing&no=1")).Status.Should().Be(400);
        (await program.SendTextAsync(Documents + "/nothing/termination", "{}")).Status.Should().Be(404);
    }
}
