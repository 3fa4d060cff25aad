using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Api.Description;
using Analytics.Ledger.Listings;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class ListingTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Month = "from=2026-01-01&to=2026-01-31";

    [Fact]
    public async Task Each_listing_answers_with_the_columns_it_says_and_its_example_is_one_of_its_answers()
    {
        using var program = await ExamplesAsync();
        foreach (var (path, name, _) in ListingEndpoints.Routes)
        {
            var listing = BookListings.Of(name);
            var (status, answer) = await program.ReadAsync(path + "?" + Asked(name));

            status.Should().Be(200, $"{path}: {answer}");
            answer.Text("listing").Should().Be(name);
            answer.GetProperty("seq").GetInt64().Should().BePositive();
            answer.GetProperty("columns").EnumerateArray().Select(column => column.Text("name"))
                .Should().Equal(listing.Columns.Select(column => column.Name));
            var rows = answer.GetProperty("rows").EnumerateArray().ToList();
            rows.Should().NotBeEmpty(name);
            rows.Should().AllSatisfy(row => Shape(row, listing), name);
            var example = Examples.Listing(name);
            example["columns"]!.ToJsonString().Should().Be(Node(answer.GetProperty("columns")), name);
            if (name != "periods")
            {
                // Of a close the entry and the day of recording are always others.
                rows.Select(Node).Should().Contain(example["rows"]!.AsArray().Select(row => row!.ToJsonString()), name);
            }
        }
    }

    [Fact]
    public async Task Vouchers_are_as_csv_a_line_a_row_in_the_language_asked_for_and_balance()
    {
        using var program = await ExamplesAsync();
        using var answer = await program.OpenAsync($"/api/v1/accounts/vouchers?{Month}&format=csv&lang=zh");
        using var english = await program.OpenAsync($"/api/v1/accounts/vouchers?{Month}&format=csv&lang=en");
        var (_, json) = await program.ReadAsync($"/api/v1/accounts/vouchers?{Month}");

        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().Be("日期,凭证字,凭证号,分录号,摘要,科目编码,科目名称,借方金额,贷方金额,往来单位编码,往来单位,门店编码");
        lines.Should().HaveCount(json.GetProperty("rows").GetArrayLength() + 1);
        lines.Should().Contain(line => line.Contains("记账凭证 PZ-2026-0001 期初医保应收", StringComparison.Ordinal)
            && line.Contains("YB01,市医保中心", StringComparison.Ordinal));
        (await english.Content.ReadAsStringAsync()).Should().Contain("Voucher word").And.Contain("Journal voucher PZ");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        answer.Headers.GetValues(ListingEndpoints.SeqHeader).Single()
            .Should().Be(json.GetProperty("seq").GetRawText());
        answer.Headers.Contains(ListingEndpoints.CompleteToHeader).Should().BeTrue();
        foreach (var voucher in json.GetProperty("rows").EnumerateArray()
            .GroupBy(row => row.GetProperty("voucher_no").GetInt64()))
        {
            voucher.Sum(row => row.GetProperty("debit_amount").GetDecimal())
                .Should().Be(voucher.Sum(row => row.GetProperty("credit_amount").GetDecimal()), $"{voucher.Key}");
        }
    }

    [Fact]
    public async Task The_statements_agree_with_one_another_and_the_vouchers()
    {
        using var program = await ExamplesAsync();
        var trial = await RowsAsync(program, "/api/v1/accounts/trial-balance?" + Month);
        var sheet = await RowsAsync(program, "/api/v1/accounts/balance-sheet?as_of=2026-01-31");
        var income = await RowsAsync(program, "/api/v1/accounts/income-statement?" + Month);
        var vouchers = await RowsAsync(program, $"/api/v1/accounts/vouchers?{Month}&merged=true");

        trial.Sum(row => row.GetProperty("closing_amount").GetDecimal()).Should().Be(0);
        Line(sheet, "total_assets").Should().Be(Line(sheet, "total_sources")).And.NotBe(0);
        Line(sheet, "total_sources").Should().Be(Line(sheet, "total_debts") + Line(sheet, "total_equity"));
        Line(income, "net_profit").Should().Be(-trial
            .Where(row => row.Text("account_code").StartsWith('6'))
            .Sum(row => row.GetProperty("closing_amount").GetDecimal()));
        foreach (var account in trial)
        {
            var own = vouchers.Where(row => row.Text("account_code") == account.Text("account_code")).ToList();
            own.Sum(row => row.GetProperty("debit_amount").GetDecimal())
                .Should().Be(account.GetProperty("debit_amount").GetDecimal(), account.Text("account_code"));
            own.Sum(row => row.GetProperty("credit_amount").GetDecimal())
                .Should().Be(account.GetProperty("credit_amount").GetDecimal(), account.Text("account_code"));
        }
    }

    [Theory]
    [InlineData("accounts/trial-balance?from=2026-02-01&to=2026-01-31", "from")]
    [InlineData("accounts/trial-balance?from=2026-02-30", "from")]
    [InlineData("accounts/trial-balance?store=NOWHERE", "store")]
    [InlineData("accounts/vouchers?merged=perhaps", "merged")]
    [InlineData("accounts/vouchers?format=pdf", "format")]
    [InlineData("accounts/vouchers?until=2026-01-31", "until")]
    [InlineData("accounts/open-items?account=1001", "account")]
    [InlineData("periods/checklist", "month")]
    [InlineData("periods/checklist?month=2026-13", "month")]
    [InlineData("prices/purchases?item=P001&most=0", "most")]
    [InlineData("prices/proposed?party=NOBODY&item=P001", "party")]
    public async Task What_is_asked_wrongly_is_refused_and_named(string path, string parameter)
    {
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        var (status, problem) = await program.ReadAsync("/api/v1/" + path);

        (status, problem.Text("type")).Should().Be((400, "/problems/invalid-request"));
        var error = problem.GetProperty("errors").EnumerateArray().Single();
        error.Text("pointer").Should().Be(parameter);
        error.Text("message").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_period_is_closed_once_and_takes_no_document_any_more()
    {
        using var program = await ExamplesAsync();
        using var closer = await dashboard.ProgramAsync(TokenScope.ClosePeriods);
        const string Periods = "/api/v1/periods";

        var (first, posted) = await closer.SendTextAsync(Periods, """{"closed_to": "2025-12-31"}""");
        var (again, there) = await closer.SendTextAsync(Periods, """{"closed_to": "2025-12-31"}""");
        var (earlier, refused) = await closer.SendTextAsync(Periods, """{"closed_to": "2025-11-30"}""");
        var (future, early) = await closer.SendTextAsync(Periods, """{"closed_to": "2099-12-31"}""");
        var late = Example("sale", "CLOSED-1");
        late["business_at"] = "2025-12-31T10:00:00+08:00";
        var (status, problem) = await program.SendAsync(Documents, late);

        (first, posted.Text("outcome"), again, there.Text("outcome")).Should()
            .Be((201, "posted", 200, "already_there"));
        (earlier, refused.Text("reason"), future, early.Text("reason")).Should()
            .Be((409, "closed_period", 409, "period_not_over"));
        (status, problem.Text("reason")).Should().Be((409, "closed_period"));
        (await RowsAsync(program, Periods))[0].Text("closed_to").Should().Be("2025-12-31");
    }

    private static decimal Line(List<JsonElement> rows, string code) =>
        rows.Single(row => row.Text("line_code") == code).GetProperty("amount").GetDecimal();

    private static async Task<List<JsonElement>> RowsAsync(HttpClient program, string path)
    {
        var (status, answer) = await program.ReadAsync(path);
        status.Should().Be(200, answer.ToString());
        return [.. answer.GetProperty("rows").EnumerateArray()];
    }

    /// <summary>What a listing is asked with to have an answer over the examples.</summary>
    private static string Asked(string name) => name switch
    {
        "trial_balance" or "income_statement" or "vouchers" => Month,
        "balance_sheet" or "open_items" => "as_of=2026-01-31",
        "month_end_checklist" => "month=2026-01",
        "purchase_prices" => "item=P001",
        "proposed_price" => "party=C01&item=P001&on=2026-01-31",
        _ => "",
    };

    private static void Shape(JsonElement row, Listing listing)
    {
        row.EnumerateObject().Select(field => field.Name)
            .Should().Equal(listing.Columns.Select(column => column.Name));
        foreach (var column in listing.Columns)
        {
            var kind = row.GetProperty(column.Name).ValueKind;
            JsonValueKind[] kinds = column.Type switch
            {
                ListingType.Text or ListingType.Date => [JsonValueKind.String, JsonValueKind.Null],
                ListingType.Flag => [JsonValueKind.True, JsonValueKind.False],
                _ => [JsonValueKind.Number, JsonValueKind.Null],
            };
            kinds.Should().Contain(kind, column.Name);
        }
    }

    private static string Node(JsonElement element) => JsonNode.Parse(element.GetRawText())!.ToJsonString();

    /// <summary>The examples' documents and vouchers in the book, and a period closed before them.</summary>
    private async Task<HttpClient> ExamplesAsync()
    {
        var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        foreach (var (kind, document) in Examples.Documents)
        {
            var (status, answer) = await program.SendTextAsync(Documents, document.ToJsonString());
            status.Should().BeOneOf([200, 201], $"{kind}: {answer}");
        }

        await program.SendTextAsync("/api/v1/periods", """{"closed_to": "2025-10-31"}""");
        return program;
    }
}
