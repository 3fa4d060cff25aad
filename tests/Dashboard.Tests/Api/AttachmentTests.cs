using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics.Workspace;

namespace Analytics.Dashboard.Tests.Api;

public sealed class AttachmentTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Path = "/api/v1/attachments";

    [Fact]
    public async Task A_file_is_kept_once_by_its_hash_and_comes_back_as_a_download()
    {
        using var program = await dashboard.ProgramAsync(TokenScope.PostDocuments, TokenScope.ReadDocuments);
        var bytes = Encoding.UTF8.GetBytes("<script>alert(1)</script>");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var place = $"{hash[..2]}/{hash}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(program, bytes)));
        using var back = await program.OpenAsync($"{Path}/{hash}");

        answers.Should().OnlyContain(answer => answer.Status == 200 && answer.Body.Text("sha256") == hash
            && answer.Body.GetProperty("byte_count").GetInt64() == bytes.Length);
        (await back.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        back.Content.Headers.ContentType!.MediaType.Should().Be("application/octet-stream");
        back.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        back.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        Directory.GetFiles(dashboard.AttachmentsFolder, "*", SearchOption.AllDirectories)
            .Should().Contain(file => file.EndsWith(place, StringComparison.Ordinal))
            .And.NotContain(file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_large_leaves_nothing()
    {
        using var program = await dashboard.ProgramAsync(TokenScope.PostDocuments);
        var (status, problem) = await PutAsync(program, new byte[(20 * 1024 * 1024) + 1]);

        (status, problem.Text("type")).Should().Be((413, "/problems/body-too-large"));
        if (Directory.Exists(dashboard.AttachmentsFolder))
        {
            Directory.GetFiles(dashboard.AttachmentsFolder, "*.part").Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("..%2F..%2Fworkspace.db")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task What_was_not_kept_is_not_found(string hash)
    {
        using var program = await dashboard.ProgramAsync(TokenScope.ReadDocuments);

        (await program.ReadAsync($"{Path}/{hash}")).Status.Should().Be(404);
    }

    private static async Task<(int Status, JsonElement Body)> PutAsync(HttpClient client, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Path, UriKind.Relative));
        request.Content = new ByteArrayContent(bytes);
        // A server that refuses by the length alone closes the connection on whoever goes on sending.
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, JsonDocument.Parse(text).RootElement.Clone());
    }
}
