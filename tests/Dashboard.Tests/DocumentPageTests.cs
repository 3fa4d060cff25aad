using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Api.Description;
using Analytics.Dashboard.Tests.Api;
using Analytics.Star;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests;

/// <summary>The page of a document, and the way to it.</summary>
public sealed partial class DocumentPageTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Each_kind_of_document_has_a_page_in_both_languages_that_says_its_lines_and_what_it_books()
    {
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        var kinds = Glossary.Load().Codes("document_kind")!;
        foreach (var (name, document) in Examples.Documents)
        {
            var (status, answer) = await program.SendAsync(Documents, document);
            status.Should().BeOneOf([200, 201], $"{name}: {answer}");
            var (_, view) = await program.ReadAsync(answer.Text("url"));
            var (kind, number) = (view.Text("kind"), view.Text("document_no"));
            var address = $"/documents?kind={kind}&no={Uri.EscapeDataString(number)}";

            var chinese = await dashboard.Owner.PageAsync(address + "&lang=zh");
            var english = await dashboard.Owner.PageAsync(address + "&lang=en");
            var byKey = await dashboard.Owner.PageAsync(
                $"/documents?lang=en&key={Uri.EscapeDataString(view.Text("key"))}");

            chinese.Should().Contain($"<h1>{kinds[kind].Zh} {number}</h1>");
            english.Should().Contain($"<h1>{kinds[kind].En} {number}</h1>");
            MainOf(byKey).Should().Be(MainOf(english));
            Rows(english, "lines").Should().HaveCount(view.GetProperty("lines").GetArrayLength(), name);
            Sum(english, "net_amount").Should().Be(Total(view, "net_amount"), name);
            Sum(english, "cost_amount").Should().Be(Total(view, "cost_amount"), name);
            foreach (var (section, list) in new[] { ("bookings", "bookings"), ("items", "open_items") })
            {
                Rows(english, section).Should().HaveCount(view.GetProperty(list).GetArrayLength(), $"{name} {list}");
            }
        }
    }

    [Fact]
    public async Task A_sale_says_who_what_and_how_much_by_name_and_leads_to_what_took_it_back()
    {
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        var sale = Example("sale", "<A&B> \"1\"/2");
        var (status, posted) = await program.SendAsync(Documents, sale);
        status.Should().Be(201, posted.ToString());
        var (reversed, _) = await program.SendAsync(
            Documents + "/" + Uri.EscapeDataString(posted.Text("key")) + "/reversal",
            new JsonObject { ["document_no"] = "BACK-1" });
        reversed.Should().Be(201);
        var masters = Examples.Masters["masters"]!.AsArray();
        var item = masters.First(master => (string?)master!["type"] == "item"
            && (string?)master["code"] == (string?)sale["lines"]![0]!["item_code"])!;

        var page = await dashboard.Owner.PageAsync(
            "/documents?lang=en&kind=sale&no=" + Uri.EscapeDataString((string)sale["document_no"]!));
        using var raw = await dashboard.Owner.OpenAsync(
            "/documents?lang=en&kind=sale&no=" + Uri.EscapeDataString((string)sale["document_no"]!));
        var link = LinkTo("BACK-1").Match(page).Groups[1].Value;
        var back = await dashboard.Owner.PageAsync(link + "&lang=en");

        page.Should().Contain((string)item["name"]!).And.Contain("Reversed").And.Contain("1001");
        (await raw.Content.ReadAsStringAsync()).Should().NotContain("<A&B>");
        back.Should().Contain("BACK-1").And.Contain("Original");
        LinkTo(Regex.Escape((string)sale["document_no"]!)).Match(back).Groups[1].Value.Should()
            .Be("/documents?key=" + Uri.EscapeDataString(posted.Text("key")));
    }

    [Fact]
    public async Task A_draft_has_a_page_with_its_lines_and_says_that_it_is_not_posted()
    {
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        var sale = Example("sale", "DRAFT-1");
        (await program.SendAsync(Documents + "/drafts", sale)).Status.Should().Be(202);

        var page = await dashboard.Owner.PageAsync("/documents?kind=sale&no=DRAFT-1&lang=en");

        page.Should().Contain("Not posted yet.").And.Contain("Draft");
        Rows(page, "held").Should().HaveCount(sale["lines"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/documents")]
    [InlineData("/documents?kind=sale&no=none")]
    [InlineData("/documents?kind=nonsense&no=1")]
    [InlineData("/documents?key=sale%3A%00none")]
    public async Task What_is_no_document_is_not_found(string address)
    {
        using var answer = await dashboard.Owner.OpenAsync(address);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_number_in_a_list_leads_to_its_document()
    {
        var page = await dashboard.Owner.PageAsync(
            "/report/sales/detail?period=custom&from_date=2024-02-01&to_date=2024-02-02&lang=en");

        NumberLink().Matches(page).Should().NotBeEmpty()
            .And.OnlyContain(match => match.Groups[1].Value == match.Groups[2].Value);
    }

    private static string MainOf(string page) => page[page.IndexOf("<h1>", StringComparison.Ordinal)..];

    private static decimal Total(JsonElement view, string name) => view.GetProperty("lines").EnumerateArray()
        .Sum(line => line.TryGetProperty(name, out var amount) && amount.ValueKind != JsonValueKind.Null
            ? decimal.Parse(amount.ToString(), CultureInfo.InvariantCulture) : 0);

    private static decimal Sum(string page, string column) =>
        Regex.Matches(page, $"""data-column="{column}"[^>]*>([^<]+)<""")
            .Sum(match => decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>The rows of the body of a section's table.</summary>
    private static List<string> Rows(string page, string section)
    {
        var table = Regex.Match(
            page, $"""<section class="card" aria-labelledby="{section}">.*?</section>""", RegexOptions.Singleline);
        var body = Regex.Match(table.Value, "<tbody>.*?</tbody>", RegexOptions.Singleline);
        return [.. Regex.Matches(body.Value, "<tr>.*?</tr>", RegexOptions.Singleline).Select(match => match.Value)];
    }

    private static Regex LinkTo(string text) => new($"""<a href="(/documents[^"]+)">[^<]*{text}</a>""");

    [GeneratedRegex("""<a href="/documents\?kind=\w+&no=([^"]+)">([^<]+)</a>""")]
    private static partial Regex NumberLink();
}
