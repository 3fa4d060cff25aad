using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Api.Description;
using Analytics.Ledger;
using Analytics.Ledger.Listings;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class DescriptionTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private static readonly string[] Routes =
    [
        "delete /api/v1/configs/{name}",
        "get /api/v1/accounts/balance-sheet", "get /api/v1/accounts/income-statement",
        "get /api/v1/accounts/open-items", "get /api/v1/accounts/trial-balance", "get /api/v1/accounts/vouchers",
        "get /api/v1/attachments/{sha256}", "get /api/v1/configs", "get /api/v1/configs/{name}",
        "get /api/v1/configs/{name}/answer", "get /api/v1/documents", "get /api/v1/documents/{key}",
        "get /api/v1/explore", "get /api/v1/generation", "get /api/v1/heads/latest",
        "get /api/v1/invoices/three-way-match", "get /api/v1/invoices/uninvoiced",
        "get /api/v1/measures", "get /api/v1/periods",
        "get /api/v1/periods/checklist", "get /api/v1/prices/last-purchases", "get /api/v1/prices/proposed",
        "get /api/v1/prices/purchases", "get /api/v1/reports",
        "get /api/v1/reports/{area}/{name}", "get /api/v1/reports/{name}",
        "get /api/v1/tables", "get /api/v1/tables/{name}", "get /api/v1/tables/{name}/template",
        "post /api/v1/approval-rules",
        "post /api/v1/documents", "post /api/v1/documents/drafts",
        "post /api/v1/documents/{key}/approval", "post /api/v1/documents/{key}/reversal",
        "post /api/v1/documents/{key}/termination", "post /api/v1/masters", "post /api/v1/periods",
        "post /api/v1/tables/{name}", "post /api/v1/vouchers",
        "post /api/v1/vouchers/drafts", "put /api/v1/attachments",
        "put /api/v1/configs/{name}",
    ];

    [Fact]
    public async Task The_description_names_every_route_its_scope_and_its_problems()
    {
        using var stranger = dashboard.Client();
        var (status, description) = await stranger.ReadAsync(ApiDescription.Path);

        status.Should().Be(200);
        description.Text("openapi").Should().StartWith("3.");
        var operations = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (path.Name, Method: method))).ToList();
        operations.Select(one => $"{one.Method.Name} {one.Name}").Order(StringComparer.Ordinal).Should().Equal(Routes);
        foreach (var (path, method) in operations)
        {
            method.Value.Text("description").Should().StartWith("Scope: ", path);
            method.Value.GetProperty("responses").GetProperty("default").GetProperty("content")
                .TryGetProperty("application/problem+json", out _).Should().BeTrue(path);
            var names = path.Split('{').Skip(1).Select(part => part.Split('}')[0]);
            var declared = method.Value.TryGetProperty("parameters", out var list)
                ? list.EnumerateArray().Where(one => one.Text("in") == "path").Select(one => one.Text("name"))
                : [];
            declared.Should().BeEquivalentTo(names, path);
        }

        description.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").Text("scheme")
            .Should().Be("bearer");
    }

    [Fact]
    public async Task A_document_is_described_with_the_names_it_is_read_by()
    {
        using var stranger = dashboard.Client();
        var (_, description) = await stranger.ReadAsync(ApiDescription.Path);
        var schemas = description.GetProperty("components").GetProperty("schemas");

        var document = schemas.GetProperty("Document").GetProperty("properties");
        document.TryGetProperty("store_code", out _).Should().BeTrue();
        document.TryGetProperty("actor", out _).Should().BeFalse();
        schemas.ToString().Should().Contain("purchase_receipt").And.Contain("net_amount");
    }

    [Fact]
    public async Task The_examples_are_taken_as_they_stand_and_there_is_one_of_each_kind()
    {
        using var stranger = dashboard.Client();
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        var (_, description) = await stranger.ReadAsync(ApiDescription.Path);
        JsonElement Body(string path) => description.GetProperty("paths").GetProperty(path).GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json");

        var masters = JsonNode.Parse(Body(Masters).GetProperty("example").GetRawText())!;
        var (_, written) = await program.SendAsync(Masters, masters);
        written.GetProperty("results").EnumerateArray().Should()
            .OnlyContain(result => result.Text("outcome") == "posted" || result.Text("outcome") == "already_there");
        var examples = Body(Documents).GetProperty("examples").EnumerateObject().ToList();
        examples.Select(example => example.Name)
            .Should().BeEquivalentTo(Enum.GetValues<DocumentKind>().Select(DocumentKinds.Name));
        foreach (var example in examples)
        {
            var (status, answer) = await program.SendTextAsync(
                Documents, example.Value.GetProperty("value").GetRawText());
            status.Should().BeOneOf([200, 201], $"{example.Name}: {answer}");
        }

        foreach (var path in (string[])[Vouchers, Rules])
        {
            var (_, answer) = await program.SendTextAsync(path, Body(path).GetProperty("example").GetRawText());
            answer.GetProperty("results").EnumerateArray().Should().NotBeEmpty(path).And.OnlyContain(
                result => result.Text("outcome") == "posted" || result.Text("outcome") == "already_there", path);
        }
    }

    [Fact]
    public async Task A_listing_is_described_with_its_parameters_its_columns_and_an_example()
    {
        using var stranger = dashboard.Client();
        var (_, description) = await stranger.ReadAsync(ApiDescription.Path);
        foreach (var (path, name, _) in ListingEndpoints.Routes)
        {
            var listing = BookListings.Of(name);
            var operation = description.GetProperty("paths").GetProperty(path).GetProperty("get");
            var content = operation.GetProperty("responses").GetProperty("200").GetProperty("content");
            var answer = content.GetProperty("application/json");

            operation.GetProperty("parameters").EnumerateArray().Select(one => one.Text("name"))
                .Should().Equal(listing.Parameters.Select(parameter => parameter.Name).Append("format"), path);
            content.TryGetProperty("text/csv", out _).Should().BeTrue(path);
            answer.GetProperty("schema").GetProperty("properties").GetProperty("rows").GetProperty("items")
                .GetProperty("properties").EnumerateObject().Select(column => column.Name)
                .Should().Equal(listing.Columns.Select(column => column.Name), path);
            answer.GetProperty("example").GetProperty("rows").GetArrayLength().Should().BePositive(path);
        }
    }

    [Fact]
    public async Task The_page_is_Chinese_whatever_the_browser_prefers_and_an_answer_is_not()
    {
        using var stranger = dashboard.Client();
        stranger.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US");

        (await stranger.PageAsync("/api")).Should().Contain("lang=\"zh-CN\"");
        (await stranger.ReadAsync(Documents + "/x")).Body.Text("title").Should().Be("Sign-in needed");
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task The_page_lists_every_route_and_an_example_that_works(string lang)
    {
        using var stranger = dashboard.Client();
        var page = await stranger.PageAsync("/api?lang=" + lang);

        page.Should().ContainAll(Routes.Select(route => $"<code>{route.Split(' ')[1]}</code>"));
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        var body = page.Split("-d '")[1].Split("'</pre>")[0];
        (await program.SendTextAsync(Documents, body)).Status.Should().BeOneOf(200, 201);
    }
}
