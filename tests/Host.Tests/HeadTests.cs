using System.Text.Json;
using Analytics.Fixtures;
using Analytics.Ledger.Heads;

namespace Analytics.Host.Tests;

/// <summary>Heads as an operator hands them out and an auditor shows them again.</summary>
public sealed class HeadTests
{
    private const string Csv =
        "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,"
        + "Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n"
        + "1,O-1,1/5/2019,1/9/2019,Standard,C-1,Customer,Consumer,United States,Houston,Texas,77001,Central,P-1,Office,"
        + "Paper,Paper 1,12.5,2,0,2.5\n";

    [Fact]
    public async Task A_head_handed_out_is_shown_again_and_verify_says_up_to_where_it_proves()
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);
        string[] give = ["head", "--out", folder.File("head.json"), "--export-key", folder.File("key.pem")];
        string[] show = ["verify", "--head", folder.File("head.json"), "--public-key", folder.File("key.pem")];

        (await RunAsync(folder, give)).ShouldEndWith(0);
        using var covered = await RunAsync(folder, show);
        using var alone = await RunAsync(folder, "verify");
        await File.WriteAllTextAsync(folder.File("more.csv"), Csv.Replace("O-1", "O-2", StringComparison.Ordinal));
        (await RunAsync(folder, "import", folder.File("more.csv"))).ShouldEndWith(0);
        using var partly = await RunAsync(folder, [.. show, "--export", folder.File("record.json")]);

        covered.ShouldEndWith(0);
        covered.Lines.Should().Contain(line => line.Contains("kept elsewhere: up to entry", StringComparison.Ordinal));
        covered.Lines.Should().NotContain(line => line.Contains("proven by no head", StringComparison.Ordinal));
        alone.ShouldEndWith(0);
        alone.Lines.Should().Contain(line => line.Contains("entries 1 to", StringComparison.Ordinal));
        partly.ShouldEndWith(0);
        partly.Lines.Should().Contain(line => line.Contains("proven by no head", StringComparison.Ordinal));
        using var key = HeadKey.OpenPublic(folder.File("key.pem"));
        var record = VerificationRecord.Parse(await File.ReadAllTextAsync(folder.File("record.json")));
        key.HasSigned(record.Bytes(), record.Signature).Should().BeTrue();
        record.ProvenTo.Should().BeGreaterThan(0).And.BeLessThan(record.Seq);
        record.FindingCount.Should().Be(0);
    }

    [Fact]
    public async Task A_head_that_the_server_answers_is_one_that_verify_takes()
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);
        using var made = await RunAsync(folder, "token", "create", "auditor", "--scope", "heads:read");
        made.ShouldEndWith(0);
        using var server = new Child(
            "analytics.dll", "serve", "--urls", "http://127.0.0.1:0", "--data", folder.FullPath);
        using var client = new HttpClient { BaseAddress = await AddressAsync(server) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Lines[^1].Trim());

        var text = await client.GetStringAsync(new Uri("/api/v1/heads/latest", UriKind.Relative));
        await server.InterruptAsync();
        await File.WriteAllTextAsync(folder.File("head.json"), text);
        using var verify = await RunAsync(folder, "verify", "--head", folder.File("head.json"));
        await File.WriteAllTextAsync(folder.File("false.json"), text.Replace(
            "\"seq\": ", "\"seq\": 1", StringComparison.Ordinal));
        using var altered = await RunAsync(folder, "verify", "--head", folder.File("false.json"));

        verify.ShouldEndWith(0);
        verify.Lines.Should().Contain(line => line.Contains("kept elsewhere: up to entry", StringComparison.Ordinal));
        verify.Lines.Should().NotContain(line => line.Contains("proven by no head", StringComparison.Ordinal));
        altered.ShouldEndWith(1);
    }

    [Fact]
    public async Task A_head_of_another_company_or_signed_by_a_stranger_is_a_finding()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        await CompanyAsync(folder);
        await CompanyAsync(other);
        (await RunAsync(folder, "head")).ShouldEndWith(0);
        string[] give = ["head", "--out", other.File("head.json"), "--export-key", other.File("key.pem")];
        (await RunAsync(other, give)).ShouldEndWith(0);

        using var stranger = await RunAsync(folder, "verify", "--head", other.File("head.json"));
        using var book = await RunAsync(
            folder, "verify", "--head", other.File("head.json"), "--public-key", other.File("key.pem"));

        stranger.ShouldEndWith(1);
        stranger.Errors.Should().Contain(line => line.Contains("signed by key", StringComparison.Ordinal));
        book.ShouldEndWith(1);
        book.Errors.Should().Contain(line => line.Contains("head of book", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_generation_carries_a_signed_head_and_the_log_of_heads_is_compared_too()
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        var file = Directory.GetFiles(folder.File("star"), "2*.json").Single();
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        SignedHead.TryParse(manifest.GetProperty("signed_head").GetRawText(), out var head).Should().BeTrue();
        head!.Seq.Should().Be(manifest.GetProperty("seq").GetInt64());
        await File.WriteAllTextAsync(folder.File("heads.log"), (head with { Seq = head.Seq - 1 }).ToLine() + "\n");

        using var verify = await RunAsync(folder, "verify");

        verify.ShouldEndWith(1);
        verify.Errors.Should().Contain(line => line.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_book_there_is_no_head_and_no_key_is_made()
    {
        using var folder = new TempFolder();

        (await RunAsync(folder, "head")).ShouldEndWith(1);

        Directory.EnumerateFileSystemEntries(folder.FullPath).Should().BeEmpty();
    }

    private static async Task CompanyAsync(TempFolder folder)
    {
        await File.WriteAllTextAsync(folder.File("sales.csv"), Csv);
        (await RunAsync(folder, "import", folder.File("sales.csv"))).ShouldEndWith(0);
    }

    /// <summary>Where the server listens, once it says so.</summary>
    private static async Task<Uri> AddressAsync(Child server)
    {
        using var ended = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var said = string.Join(' ', server.Lines).Split(' ')
                .FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
            if (said is not null)
            {
                return new Uri(said.TrimEnd('.', ',', '/'));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ended.Token);
        }
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);
}
