using System.Text;
using System.Text.Json.Nodes;
using Analytics.Workspace;
using CsCheck;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

public sealed class BadInputTests(TestDashboard dashboard) : IClassFixture<TestDashboard>, IAsyncLifetime
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

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("{\"kind\":\"sale\",}")]
    [InlineData("{\"note\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task What_is_no_JSON_is_said_to_be_none(string body)
    {
        foreach (var path in (string[])[Documents, Documents + "/drafts", Masters])
        {
            var (status, problem) = await program.SendTextAsync(path, body);

            (status, problem.Text("type")).Should().Be((400, "/problems/invalid-json"));
        }
    }

    [Theory]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("7", "")]
    [InlineData("{\"documents\":7}", "/documents")]
    [InlineData("{\"documents\":[],\"more\":1}", "/more")]
    [InlineData("{\"documents\":[],\"documents\":[]}", "/documents")]
    public async Task A_body_of_another_shape_is_named(string body, string place)
    {
        var (status, problem) = await program.SendTextAsync(Documents, body);

        status.Should().Be(400);
        problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("pointer")).Should().Contain(place);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once_in_both_languages()
    {
        const string Body = """
            {
              "kind": "gift", "business_at": "2026-01-01T10:00:00", "tender": 1, "actor": "boss", "note": null,
              "lines": [
                { "item_code": "P001", "quantity": 1.00001, "net_amount": 1e2, "a/b": 1 },
                { "item_code": 7, "quantity": "0.10000000000000000000000000000001", "net_amount": "1,5" },
                null
              ]
            }
            """;
        foreach (var language in (string[])["zh-CN", "en"])
        {
            var (status, problem) = await program.SendTextAsync(Documents, Body, ("Accept-Language", language));

            (status, problem.Text("type")).Should().Be((400, "/problems/invalid-request"));
            var errors = problem.GetProperty("errors").EnumerateArray().ToList();
            errors.Select(error => error.Text("pointer")).Should().BeEquivalentTo(
                "/kind", "/business_at", "/tender", "/actor", "/note", "/document_no", "/lines/0/quantity",
                "/lines/0/net_amount", "/lines/0/a~1b", "/lines/1/item_code", "/lines/1/quantity",
                "/lines/1/net_amount", "/lines/2");
            errors.Should().OnlyContain(error =>
                error.Text("message").Any(letter => letter > 0x2E80) == (language == "zh-CN"));
        }
    }

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("\"0.1\"", 0.1)]
    [InlineData("12345678.1234", 12345678.1234)]
    [InlineData("7.10000", 7.1)]
    public async Task Amounts_are_read_exactly(string amount, decimal expected)
    {
        var number = "EXACT-" + Guid.NewGuid().ToString("N");
        var body = Example("sale", number).ToJsonString().Replace("\"23.01\"", amount, StringComparison.Ordinal);

        var (status, answer) = await program.SendTextAsync(Documents, body);

        status.Should().Be(201, answer.ToString());
        (await program.ReadAsync(answer.Text("url"))).Body.GetProperty("lines")[0].GetProperty("net_amount")
            .GetDecimal().Should().Be(expected);
    }

    [Fact]
    public async Task Random_changes_of_a_good_document_never_break_the_server()
    {
        var good = Encoding.UTF8.GetBytes(Example("sale", "FUZZ").ToJsonString());
        var change = Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, 3]);
        string[] pieces =
            ["null", "-1", "1e400", "{}", "[]", "\"\\ud800\"", "\"\\u0000\"", "99999999999999999999", "\"\""];
        var cases = new List<byte[]>();
        Gen.Select(change.Array[1, 4], Gen.Int[0, pieces.Length - 1]).Sample(
            drawn => cases.Add(Change(good, drawn.Item1, pieces[drawn.Item2])), iter: 400, threads: 1);

        foreach (var body in cases)
        {
            var (status, answer) = await program.SendBytesAsync(Documents, body);
            status.Should().BeLessThan(500, Encoding.UTF8.GetString(body));
            if (status >= 400)
            {
                answer.Text("type").Should().StartWith("/problems/");
            }
        }
    }

    [Fact]
    public async Task Every_value_replaced_by_any_other_is_answered_and_never_breaks_the_server()
    {
        string[] values =
        [
            "null", "true", "0", "-1", "1e9", "99999999999999999999999", "\"\"", "\"x\"", "\"\\u0000\"", "[]", "{}",
            "[null]", "[{}]", "\"9999-12-31T23:59:59+00:00\"", "\"0001-01-01T00:00:00+14:00\"", "2147483648",
        ];
        var paths = Paths(Example("sale", "SWAP"), "").ToList();
        paths.Should().HaveCountGreaterThan(10);
        foreach (var path in paths)
        {
            foreach (var value in values)
            {
                var body = Example("sale", "SWAP");
                Replace(body, path, JsonNode.Parse(value));
                var (status, _) = await program.SendAsync(Documents, body);
                status.Should().BeLessThan(500, $"{path} = {value}");
            }
        }
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_what_is_not_quite_is_read()
    {
        var (large, problem) = await program.SendTextAsync(Documents, new string(' ', (4 * 1024 * 1024) + 1));
        var (fits, _) = await program.SendTextAsync(
            Documents, new string(' ', 3 * 1024 * 1024) + Example("sale", "WIDE").ToJsonString());
        var many = new JsonObject
        {
            ["documents"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(_ => (JsonNode)new JsonObject())]),
        };
        var (tooMany, _) = await program.SendAsync(Documents, many);

        (large, problem.Text("type")).Should().Be((413, "/problems/body-too-large"));
        fits.Should().Be(201);
        tooMany.Should().Be(400);
    }

    [Fact]
    public async Task A_key_said_twice_in_two_ways_is_refused()
    {
        var document = Example("sale", "CONTRA");
        document["key"] = "one";

        (await program.SendAsync(Documents, document, ("Idempotency-Key", "two"))).Body.Text("type")
            .Should().Be("/problems/key-contradicted");
        (await program.SendTextAsync(Documents, "{\"documents\":[]}", ("Idempotency-Key", "two"))).Status
            .Should().Be(400);
    }

    [Fact]
    public async Task A_form_is_said_to_be_no_JSON()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("kind", "sale")]);
        using var answer = await program.PostAsync(new Uri(Documents, UriKind.Relative), form);

        ((int)answer.StatusCode).Should().Be(415);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("/problems/not-json");
    }

    [Fact]
    public async Task A_master_of_no_known_type_is_refused_by_itself()
    {
        var (status, body) = await program.SendTextAsync(
            Masters,
            """{"masters":[{"type":"gift"},{"code":"X"},7,{"type":"category","code":"Z","name":"乙","more":1}]}""");

        status.Should().Be(200);
        body.GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("problem").GetProperty("errors")[0].Text("pointer"))
            .Should().Equal("/masters/0/type", "/masters/1/type", "/masters/2/type", "/masters/3/more");
    }

    private static byte[] Change(byte[] good, (int At, byte Byte, int How)[] changes, string piece)
    {
        var body = good.ToList();
        foreach (var (at, value, how) in changes)
        {
            var place = Math.Min(at, body.Count - 1);
            switch (how)
            {
                case 0:
                    body[place] = value;
                    break;
                case 1 when body.Count > 1:
                    body.RemoveAt(place);
                    break;
                case 2:
                    body.InsertRange(place, Encoding.UTF8.GetBytes(piece));
                    break;
                default:
                    body.RemoveRange(place, Math.Min(body.Count - place, value % 8));
                    body.Add((byte)'}');
                    break;
            }
        }

        return [.. body];
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path)
    {
        if (path.Length > 0)
        {
            yield return path;
        }

        var inner = node switch
        {
            JsonObject fields => fields.SelectMany(field => Paths(field.Value, path + "/" + field.Key)),
            JsonArray items => items.SelectMany((item, at) => Paths(item, $"{path}/{at}")),
            _ => [],
        };
        foreach (var found in inner)
        {
            yield return found;
        }
    }

    private static void Replace(JsonNode root, string path, JsonNode? value)
    {
        var steps = path.Split('/')[1..];
        var parent = steps[..^1].Aggregate(
            root, (node, step) => (int.TryParse(step, out var at) ? node[at] : node[step])!);
        if (int.TryParse(steps[^1], out var last))
        {
            parent[last] = value;
        }
        else
        {
            parent[steps[^1]] = value;
        }
    }
}
