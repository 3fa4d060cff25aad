using System.Net;
using Analytics.Dashboard.Api.Problems;
using Analytics.Ledger.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class ProblemTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    public static TheoryData<string> Names => new(
        Enum.GetValues<RefusalReason>().Select(RefusalProblems.Name).Concat(ProblemKind.All.Select(kind => kind.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_problem_has_a_page_in_both_languages(string name)
    {
        using var stranger = dashboard.Client();
        using var zh = await stranger.OpenAsync($"/problems/{name}?lang=zh");
        using var en = await stranger.OpenAsync($"/problems/{name}?lang=en");

        zh.StatusCode.Should().Be(HttpStatusCode.OK);
        (await zh.Content.ReadAsStringAsync()).Should().Contain($"<code>{name}</code>").And.Contain("lang=\"zh-CN\"");
        (await en.Content.ReadAsStringAsync()).Should().Contain($"<code>{name}</code>").And.Contain("lang=\"en\"");
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_refusal_has_a_status_and_words_in_both_languages(RefusalReason reason)
    {
        var refusal = new Refusal(reason, 3, "X");

        RefusalProblems.Status(reason).Should().BeOneOf(403, 404, 409, 422);
        RefusalProblems.Find(RefusalProblems.Name(reason)).Should().Be(reason);
        refusal.Chinese.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}");
        refusal.English.Should().NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}").And.NotBeEmpty();
    }

    [Fact]
    public void No_two_problems_share_a_name() => Names.Should().OnlyHaveUniqueItems();

    [Fact]
    public async Task There_is_no_page_for_what_is_no_problem()
    {
        using var stranger = dashboard.Client();
        using var answer = await stranger.OpenAsync("/problems/nothing");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public static TheoryData<RefusalReason> Reasons => new(Enum.GetValues<RefusalReason>());
}
