using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Api.Description;
using Analytics.Dashboard.Api.Json;
using Analytics.Ledger;
using Analytics.Workspace;
using static Analytics.Dashboard.Tests.Api.Posting;

namespace Analytics.Dashboard.Tests.Api;

/// <summary>What a posted document says is read back: a field that a submission has stands in <see cref="Kept"/> with
/// the places where it is found, or in <see cref="NotKept"/>.</summary>
public sealed partial class ReadBackTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    /// <summary>By the field's path: where its value stands, one of several. <c>[]</c> is the same place of a list,
    /// <c>[*]</c> any; <c>…</c> before the name means that it ends so.</summary>
    private static readonly Dictionary<string, string> Kept = ReadBackPlaces.Kept;

    private static readonly Dictionary<string, string> NotKept = ReadBackPlaces.NotKept;

    [Fact]
    public void Each_field_of_a_submission_is_known_to_be_kept_or_not()
    {
        var fields = Fields(typeof(Document), "").ToList();

        fields.Except(Kept.Keys).Except(NotKept.Keys).Should().BeEmpty();
        Kept.Keys.Concat(NotKept.Keys).Except(fields).Should().BeEmpty();
        Kept.Keys.Intersect(NotKept.Keys).Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_that_a_document_of_any_kind_says_is_lost_when_it_is_read_back()
    {
        using var program = await dashboard.ProgramAsync([.. TokenScope.All]);
        await program.WriteMastersAsync();
        var (_, written) = await program.SendAsync(Masters, ReadBackPlaces.Masters);
        written.GetProperty("results").EnumerateArray().Should().OnlyContain(
            result => result.Text("outcome") == "posted", written.ToString());

        var lost = new List<string>();
        foreach (var (name, document) in Examples.Documents.Concat(ReadBackPlaces.Documents))
        {
            var (status, answer) = await program.SendTextAsync(Documents, document.ToJsonString());
            status.Should().BeOneOf([200, 201], $"{name}: {answer}");
            var (_, view) = await program.ReadAsync(answer.Text("url"));
            var there = Leaves(view, "").ToLookup(leaf => leaf.Path, leaf => leaf.Text);
            lost.AddRange(Leaves(JsonSerializer.SerializeToElement(document), "")
                .Where(leaf => leaf.Text != "0" && !NotKept.ContainsKey(Shape(leaf.Path)) && !IsThere(leaf, there))
                .Select(leaf => $"{name}: {leaf.Path} = {leaf.Text}"));
        }

        lost.Should().BeEmpty();
    }

    private static bool IsThere((string Path, string Text) leaf, ILookup<string, string> view)
    {
        var indexes = Index().Matches(leaf.Path).Select(match => match.Value).ToList();
        return Kept[Shape(leaf.Path)].Split('|').Any(place =>
        {
            var isEnd = place.StartsWith('…');
            var at = 0;
            var pattern = Regex.Escape(place.TrimStart('…'))
                .Replace("\\[\\*]", "\\[\\d+]", StringComparison.Ordinal);
            pattern = Slot().Replace(pattern, _ => Regex.Escape(indexes[at++]));
            return view.Where(one => Regex.IsMatch(one.Key, $"^{pattern}$")).SelectMany(one => one)
                .Any(text => isEnd ? text.EndsWith(leaf.Text, StringComparison.Ordinal) : text == leaf.Text);
        });
    }

    /// <summary>Every value of a JSON by its path; numbers without their sign, which is the document's to give,
    /// and nothing that is null.</summary>
    private static IEnumerable<(string Path, string Text)> Leaves(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject()
                .SelectMany(field => Leaves(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
            JsonValueKind.Array => element.EnumerateArray().Index()
                .SelectMany(item => Leaves(item.Item, $"{path}[{item.Index}]")),
            JsonValueKind.Null => [],
            _ => [(path, Plain(element.ToString()))],
        };

    private static string Plain(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? Math.Abs(number).ToString("0.######", CultureInfo.InvariantCulture)
        : text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment)
            ? moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)
        : text;

    private static string Shape(string path) => Index().Replace(path, "[]");

    private static IEnumerable<string> Fields(Type type, string path)
    {
        foreach (var property in ApiJson.Options.GetTypeInfo(type).Properties)
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var item = inner.IsGenericType ? inner.GetGenericArguments()[0] : null;
            var place = item is null ? name : name + "[]";
            var of = item ?? inner;
            var isWhole = of.IsPrimitive || of.IsEnum || of.Namespace == "System" || of == typeof(Money)
                || of == typeof(Qty);
            foreach (var field in isWhole ? [place] : Fields(of, place))
            {
                yield return field;
            }
        }
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"\\\[]")]
    private static partial Regex Slot();
}
