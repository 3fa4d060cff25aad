using System.Text.Json;
using Analytics.Ledger;
using Analytics.Ledger.Heads;
using Analytics.Ledger.Verify;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class HeadTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Latest = "/api/v1/heads/latest";

    [Fact]
    public async Task The_head_is_that_of_the_last_entry_signed_and_holds_against_the_book()
    {
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        var (_, posted) = await program.SendAsync(Documents, Example("sale", "HEAD-1"));

        var first = await HeadAsync(program);
        var again = await HeadAsync(program);
        var (_, more) = await program.SendAsync(Documents, Example("sale", "HEAD-2"));
        var second = await HeadAsync(program);

        (first.Seq, second.Seq).Should().Be((Seq(posted), Seq(more)));
        again.Should().Be(first, "nothing came in between, and a head is not signed for every question");
        using var key = HeadKey.OpenPublic(dashboard.HeadKeyPath);
        await using var book = await Book.OpenAsync(dashboard.LedgerPath, BusinessDay.Shanghai, default);
        var report = await BookVerifier.VerifyAsync(
            book, [(first.Seq, first.Hash), (second.Seq, second.Hash)], null, default);
        report.Findings.Should().BeEmpty();
        HeldHead.Of("answer", first).Against(report.BookId, [key]).Should().BeNull();
        HeldHead.Of("answer", second).Against(report.BookId, [key]).Should().BeNull();
    }

    private static long Seq(JsonElement answer) => answer.GetProperty("seq").GetInt64();

    private static async Task<SignedHead> HeadAsync(HttpClient program)
    {
        var (status, body) = await program.ReadAsync(Latest);
        status.Should().Be(200);
        SignedHead.TryParse(body.GetRawText(), out var head).Should().BeTrue(body.ToString());
        return head!;
    }
}
