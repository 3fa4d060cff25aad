using System.Net;
using System.Text.Json;
using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary>What users keep and hand on, on the command line: tables, live sources, the copy of the star.</summary>
public sealed class KeptCommandTests
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly byte[] Targets = """
        scope,scope_code,measure,month,target,floor,stretch
        company,,sales_amount,202601,1000,900,1100
        company,,sales_amount,202602,1000,2000,
        """u8.ToArray();

    [Fact]
    public async Task A_table_goes_out_comes_back_unchanged_and_takes_what_was_edited()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "300", "--no-serve")).ShouldEndWith(0);
        (await RunAsync(folder, "table", "list")).Lines
            .Should().Contain(line => line.StartsWith("targets  ", StringComparison.Ordinal));
        var (file, given) = (folder.File("targets.xlsx"), folder.File("given.csv"));
        await File.WriteAllBytesAsync(given, Targets);

        var taken = await RunAsync(folder, "table", "import", "targets", given);
        taken.ShouldEndWith(1);
        taken.Lines.Should().ContainSingle().Which.Should().StartWith("2 rows: 1 changed").And.EndWith("1 refused");
        taken.Errors.Should().ContainSingle().Which.Should().Contain("given.rejects.");

        (await RunAsync(folder, "table", "export", "targets", "--out", file)).ShouldEndWith(0);
        var again = await RunAsync(folder, "table", "import", "targets", file);
        again.ShouldEndWith(0);
        again.Lines.Should().ContainSingle().Which.Should().Contain(" 0 changed").And.EndWith(" 0 refused");
        (await RunAsync(folder, "table", "export", "targets")).Lines
            .Should().Contain("company,,sales_amount,202601,1000,900,1100");

        (await RunAsync(folder, "table", "template", "nothing")).ShouldEndWith(2);
        (await RunAsync(folder, "table", "template", "budgets")).Lines[0].TrimStart('\ufeff')
            .Should().Be("account,department,month,budget,active");
    }

    [Fact]
    public async Task A_live_source_wants_a_question_and_an_account_that_may_see_it()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "config", "list")).ShouldEndWith(0);
        var absent = await RunAsync(folder, "live", "create", "weekly", "--owner", "nobody");
        absent.ShouldEndWith(1);
        absent.Errors.Should().Equal("there is no account nobody that may sign in");
        (await RunAsync(folder, "live", "create", "weekly", "--owner", "x", "--expires", "soon")).ShouldEndWith(2);
        (await RunAsync(folder, "live", "list")).Lines.Should().BeEmpty();
        (await RunAsync(folder, "live", "revoke", "7")).Errors
            .Should().Equal("there is no number 7: see analytics live list");
    }

    [Fact]
    public async Task The_star_is_copied_where_the_settings_say_by_a_snapshot_and_at_once()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "300", "--no-serve")).ShouldEndWith(0);
        (await RunAsync(folder, "generation", "copy")).ShouldEndWith(1);
        await File.WriteAllTextAsync(folder.File("analytics.json"), """{ "copy": "exports/star.duckdb" }""");

        (await RunAsync(folder, "generation", "copy")).ShouldEndWith(0);
        var first = File.GetLastWriteTimeUtc(folder.File("exports/star.duckdb"));
        (await RunAsync(folder, "snapshot", "--full")).ShouldEndWith(0);
        File.GetLastWriteTimeUtc(folder.File("exports/star.duckdb")).Should().BeAfter(first);
    }

    [Theory]
    [InlineData("\"../star.duckdb\"")]
    [InlineData("\"star/star.duckdb\"")]
    [InlineData("\"/star.duckdb\"")]
    [InlineData("\"exports/star.db\"")]
    [InlineData("true")]
    public async Task A_copy_out_of_the_folder_or_among_the_generations_is_refused_in_one_line(string path)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("analytics.json"), $$"""{ "copy": {{path}} }""");
        var refused = await RunAsync(folder, "snapshot");
        refused.ShouldEndWith(1);
        refused.Errors.Should().ContainSingle().Which.Should().Contain("copy");
    }

    [Fact]
    public async Task A_server_takes_tables_and_answers_live_sources_made_beside_it()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "300", "--no-serve")).ShouldEndWith(0);
        (await RunAsync(folder, "config", "save", "weekly", "--report", "sales/ranking", "--share", "*"))
            .ShouldEndWith(0);
        var token = await RunAsync(
            folder, "token", "create", "planner", "--scope", "masters:write", "accounts:read");
        using var server = new Child(
            "analytics.dll", "serve", "--urls", "http://127.0.0.1:0", "--data", folder.FullPath);
        using var client = new HttpClient { BaseAddress = await AddressAsync(server) };

        var made = await RunAsync(folder, "live", "create", "weekly", "--owner", "owner", "--expires", "2090-12-31");
        made.Lines.Should().HaveCount(4);
        made.Lines[0].Should().MatchRegex("^/live/anl_[0-9a-f]{64}/weekly\\.csv$");
        (await client.GetStringAsync(new Uri(made.Lines[0], UriKind.Relative))).Should().Contain(",");
        (await RunAsync(folder, "live", "list")).Lines.Should().ContainSingle().Which
            .Should().StartWith("1  weekly  owner").And.Contain("2091-01-01").And.NotContain("anl_");
        (await RunAsync(folder, "live", "revoke", "1")).ShouldEndWith(0);
        using var gone = await client.GetAsync(new Uri(made.Lines[0], UriKind.Relative));
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);

        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Lines[^1].Trim());
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var dry = await PostAsync(client, "/api/v1/tables/targets?dry_run=true", "text/csv", Targets);
        (Count(dry, "changed"), Count(dry, "refused")).Should().Be((2, 0));
        var taken = await PostAsync(client, "/api/v1/tables/targets", "text/csv", Targets);
        (Count(taken, "rows"), Count(taken, "changed"), Count(taken, "refused")).Should().Be((2, 1, 1));
        taken.RootElement.GetProperty("errors")[0].GetProperty("line").GetInt32().Should().Be(3);
        var workbook = await client.GetByteArrayAsync(
            new Uri("/api/v1/tables/targets?format=xlsx", UriKind.Relative));
        var again = await PostAsync(client, "/api/v1/tables/targets", Xlsx, workbook);
        (Count(again, "changed"), Count(again, "refused")).Should().Be((0, 0));
        Count(again, "same").Should().BePositive();

        (await client.GetStringAsync(new Uri("/api/v1/tables/budgets/template", UriKind.Relative)))
            .Should().Contain("account,department,month,budget,active");
        using var unknown = await client.GetAsync(new Uri("/api/v1/tables/nothing", UriKind.Relative));
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var wrong = await SendAsync(client, "/api/v1/tables/budgets", "text/csv", Targets);
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        client.DefaultRequestHeaders.Authorization = null;
        using var stranger = await SendAsync(client, "/api/v1/tables/targets", "text/csv", Targets);
        stranger.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        await PageTakesTablesAsync(server, client);
        await server.InterruptAsync();
        Directory.GetFiles(folder.File("tmp"), "table-*").Should().BeEmpty();
    }

    /// <summary>The owner's page takes a file as the API does, and checks one without taking it.</summary>
    private static async Task PageTakesTablesAsync(Child server, HttpClient client)
    {
        var account = server.Lines.Single(line => line.Contains("with the password", StringComparison.Ordinal));
        var password = account.Split("with the password ")[1].Split(' ')[0];
        using (var signedIn = await PostFormAsync(
            client, "/sign-in", new FormUrlEncodedContent([new("Name", "owner"), new("Password", password)])))
        {
            signedIn.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await client.GetStringAsync(new Uri("/tables?lang=en", UriKind.Relative)))
            .Should().Contain("Stock limits").And.Contain("/tables/prices/template?format=xlsx").And.Contain("Take it");
        (await client.GetByteArrayAsync(new Uri("/tables/budgets/template?format=xlsx", UriKind.Relative)))
            .Should().StartWith("PK"u8.ToArray());

        var more = """
            scope,scope_code,measure,month,target
            company,,sales_amount,202603,7
            moon,,x,202603,7
            """u8.ToArray();
        (await HandInAsync(client, more, "yes")).Should()
            .Contain("nothing in the book was changed").And.Contain("2 rows: 1 changed, 0 the same, 1 refused");
        (await HandInAsync(client, more, null)).Should().Contain("2 rows: 1 changed").And.Contain("Row 3: ");
        (await HandInAsync(client, more, null)).Should().Contain("2 rows: 0 changed, 1 the same, 1 refused");
        (await HandInAsync(client, [], null)).Should().Contain("Choose a file first.");
        (await HandInAsync(client, "colour\nred\n"u8.ToArray(), null)).Should().Contain("class=\"alert\"");
    }

    private static async Task<string> HandInAsync(HttpClient client, byte[] file, string? check)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(file), "File", "targets.csv");
        if (check is not null)
        {
            form.Add(new StringContent(check), "Check");
        }

        using var answer = await PostFormAsync(client, "/tables/targets?lang=en", form);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Posts what a page's form holds, with the mark that the page gave.</summary>
    private static async Task<HttpResponseMessage> PostFormAsync(HttpClient client, string path, HttpContent form)
    {
        const string Mark = "__RequestVerificationToken";
        var page = await client.GetStringAsync(
            new Uri(path.StartsWith("/sign", StringComparison.Ordinal) ? path : "/tables", UriKind.Relative));
        var mark = page.Split($"name=\"{Mark}\" value=\"")[1].Split('"')[0];
        if (form is MultipartFormDataContent parts)
        {
            parts.Add(new StringContent(mark), Mark);
            return await client.PostAsync(new Uri(path, UriKind.Relative), parts);
        }

        var fields = await form.ReadAsStringAsync() + $"&{Mark}={Uri.EscapeDataString(mark)}";
        using var all = new StringContent(fields, null, "application/x-www-form-urlencoded");
        return await client.PostAsync(new Uri(path, UriKind.Relative), all);
    }

    private static int Count(JsonDocument answer, string what) => answer.RootElement.GetProperty(what).GetInt32();

    private static async Task<JsonDocument> PostAsync(HttpClient client, string path, string type, byte[] body)
    {
        using var answer = await SendAsync(client, path, type, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string path, string type, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(type);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Where the server listens, once it says so.</summary>
    private static async Task<Uri> AddressAsync(Child server)
    {
        using var ended = new CancellationTokenSource(TimeSpan.FromMinutes(2), TimeProvider.System);
        while (true)
        {
            var said = string.Join(' ', server.Lines).Split(' ')
                .FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
            if (said is not null && server.Lines.Any(line => line.Contains("owner", StringComparison.Ordinal)))
            {
                return new Uri(said.TrimEnd('.', ',', '/'));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ended.Token);
        }
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);
}
