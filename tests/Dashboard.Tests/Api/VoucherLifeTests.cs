using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Api.Json;
using Analytics.Ledger;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class VoucherLifeTests(TestDashboard dashboard) : IClassFixture<TestDashboard>, IAsyncLifetime
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
    public async Task A_voucher_lives_from_draft_over_approval_to_what_it_settles()
    {
        using var boss = await dashboard.ProgramAsync(TokenScope.ApproveDocuments);
        var bought = await OwedAsync("VL-1");
        var voucher = WriteOff("VL/1", "VL-1");
        const string Url = Documents + "/write_off%3AVL%2F1";
        await RuleAsync("write_off", isActive: true);

        var draft = await OneAsync(Vouchers + "/drafts", voucher);
        var (_, drafted) = await program.ReadAsync(Url);
        var awaiting = await OneAsync(Vouchers, voucher);
        var again = await OneAsync(Vouchers, voucher);
        var (own, fourEyes) = await program.SendAsync(Url + "/approval", Approval());
        var (_, before) = await program.ReadAsync(bought);
        var (approved, posted) = await boss.SendAsync(Url + "/approval", Approval());
        var there = await OneAsync(Vouchers, voucher);
        await RuleAsync("write_off", isActive: false);
        var (_, after) = await program.ReadAsync(bought);
        var (found, read) = await program.ReadAsync(Documents + "?kind=write_off&no=VL/1");

        (draft.Text("outcome"), draft.Text("document_status"), draft.Text("url")).Should().Be(("held", "draft", Url));
        drafted.GetProperty("held_voucher").Text("type").Should().Be("write_off");
        drafted.GetProperty("held_voucher").TryGetProperty("actor", out _).Should().BeFalse();
        drafted.GetProperty("held_voucher").GetProperty("items")[0].GetProperty("amount").GetDecimal()
            .Should().Be(4.01m);
        (awaiting.Text("outcome"), awaiting.Text("document_status")).Should().Be(("held", "awaiting"));
        again.Text("outcome").Should().Be("already_there");
        (own, fourEyes.Text("type")).Should().Be((403, "/problems/not-four-eyes"));
        Left(before).Should().Be(-904);
        (approved, posted.Text("outcome")).Should().Be((201, "posted"));
        there.GetProperty("seq").GetInt64().Should().Be(posted.GetProperty("seq").GetInt64());
        Left(after).Should().Be(-899.99m);
        (found, read.Text("status")).Should().Be((200, "posted"));
        read.GetProperty("life").EnumerateArray().Select(step => step.Text("after"))
            .Should().Equal("draft", "awaiting", "posted");
    }

    [Fact]
    public async Task A_held_voucher_is_terminated_and_what_was_drafted_is_handed_in_as_it_was_read()
    {
        await OwedAsync("VL-2");
        var kept = await OneAsync(Vouchers + "/drafts", WriteOff("VT-1", "VL-2"));
        var (_, read) = await program.ReadAsync(kept.Text("url"));
        var (ended, _) = await program.SendTextAsync(kept.Text("url") + "/termination", "");
        var voucher = JsonNode.Parse(read.GetProperty("held_voucher").GetRawText())!.AsObject();
        voucher["key"] = "another";

        var posted = await OneAsync(Vouchers, voucher);

        ended.Should().Be(202);
        (await program.ReadAsync(kept.Text("url"))).Body.Text("status").Should().Be("terminated");
        (posted.Text("outcome"), posted.Text("key")).Should().Be(("posted", "another"), posted.ToString());
    }

    [Fact]
    public async Task Frozen_stock_is_no_draft_and_every_voucher_is_read_under_the_type_it_is_sent_with()
    {
        var (status, body) = await program.SendTextAsync(
            Vouchers + "/drafts", """{"vouchers":[{"type":"stock_freeze","item_code":"P001"}]}""");

        status.Should().Be(200);
        body.GetProperty("results")[0].GetProperty("problem").GetProperty("errors")[0].Text("pointer")
            .Should().Be("/vouchers/0/type");
        foreach (var (name, type) in SubmissionTypes.VoucherDrafts)
        {
            var empty = (Voucher)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            JsonSerializer.SerializeToElement(empty, ApiJson.Options).Text("type")
                .Should().Be(name);
        }
    }

    private static JsonObject Approval() => new() { ["is_approved"] = true, ["note"] = "好" };

    private static JsonObject WriteOff(string number, string purchase) => new()
    {
        ["type"] = "write_off", ["kind"] = "purchase_discount", ["document_no"] = number,
        ["business_date"] = "2026-01-07", ["store_code"] = "S01", ["party_code"] = "V01",
        ["items"] = new JsonArray(new JsonObject
        {
            ["item"] = new JsonObject { ["kind"] = "purchase_receipt", ["document_no"] = purchase },
            ["amount"] = "4.01",
        }),
    };

    private static decimal Left(JsonElement document) =>
        document.GetProperty("open_items")[0].GetProperty("remaining").GetDecimal();

    private async Task<string> OwedAsync(string number)
    {
        var (_, bought) = await program.SendAsync(Documents, Example("purchase_receipt", number));
        return bought.Text("url");
    }

    private async Task<JsonElement> OneAsync(string path, JsonObject voucher)
    {
        var (status, body) = await program.SendAsync(
            path, new JsonObject { ["vouchers"] = new JsonArray(voucher.DeepClone()) });
        status.Should().Be(200, body.ToString());
        return body.GetProperty("results")[0];
    }

    private async Task RuleAsync(string kind, bool isActive)
    {
        var (status, body) = await program.SendAsync(Rules, Rule("V-" + kind, kind, isActive));
        (status, body.GetProperty("results")[0].Text("outcome")).Should().Be((200, "posted"), body.ToString());
    }
}
