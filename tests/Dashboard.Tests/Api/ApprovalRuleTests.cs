using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class ApprovalRuleTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Who_writes_masters_cannot_write_what_needs_the_eyes_of_others()
    {
        using var clerk = await dashboard.ProgramAsync(
            [.. TokenScope.All.Where(scope => scope != TokenScope.ManageApprovals)]);
        using var manager = await dashboard.ProgramAsync(TokenScope.ManageApprovals);
        await clerk.WriteMastersAsync();
        var (made, rule) = await manager.SendAsync(Rules, Rule("R1", "sale", isActive: true));

        var (refused, problem) = await clerk.SendAsync(Rules, Rule("R1", "sale", isActive: false));
        var (_, masters) = await clerk.SendTextAsync(
            Masters,
            """{"masters":[{"type":"approval_rule","code":"R1","document_kind":"sale","is_active":false}]}""");
        var (held, answer) = await clerk.SendAsync(Documents, Example("sale", "RULE-1"));

        (made, rule.GetProperty("results")[0].Text("outcome")).Should().Be((200, "posted"));
        (refused, problem.Text("type")).Should().Be((403, "/problems/missing-scope"));
        problem.Text("detail").Should().Contain("approvals:manage");
        masters.GetProperty("results")[0].GetProperty("problem").GetProperty("errors")[0].Text("pointer")
            .Should().Be("/masters/0/type");
        (held, answer.Text("document_status")).Should().Be((202, "awaiting"));
    }

    [Fact]
    public async Task A_rule_of_no_kind_there_is_and_one_that_is_not_read_are_refused_by_themselves()
    {
        using var manager = await dashboard.ProgramAsync(TokenScope.ManageApprovals);
        var (status, body) = await manager.SendTextAsync(
            Rules,
            """
            {"approval_rules": [
                {"code": "R2", "document_kind": "gift"}, {"code": "R3", "type": "x"}, {"code": "R4",
                    "is_active": false}]}
            """);

        status.Should().Be(200);
        var results = body.GetProperty("results").EnumerateArray().ToList();
        results[0].GetProperty("problem").Text("reason").Should().Be("unknown_kind");
        results[1].GetProperty("problem").GetProperty("errors")[0].Text("pointer")
            .Should().Be("/approval_rules/1/type");
        results[2].Text("outcome").Should().Be("posted");
    }
}
