using System.Text.Json;
using Analytics.Reports.Arguments;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;

namespace Analytics.Reports;

/// <summary>What a saved config asks: a report with its parameters, or a query of the explorer, as texts by name.
/// </summary>
/// <remarks>As JSON: <c>{"report": "sales/year_on_year", "params": {"by": "store"}}</c> or
/// <c>{"explore": {"measures": "sales_amount", "by": "store"}}</c>. Texts and not values are kept, so that
/// <c>this_month</c> stays this month, and a name that is no longer there is refused when it runs.</remarks>
/// <param name="Report">Id in the catalog; null for a query of the explorer.</param>
/// <param name="Texts">Parameters of the report, or the explorer's texts.</param>
public sealed record SavedQuery(string? Report, IReadOnlyDictionary<string, string> Texts)
{
    private const string Form =
        """{"report": "sales/year_on_year", "params": {"by": "store"}}, {"explore": {"measures": "sales_amount"}}""";

    /// <summary>Null with everything that is wrong with the form. Whether there are such reports, parameters and
    /// measures is seen when it runs.</summary>
    public static SavedQuery? Parse(string json, out IReadOnlyList<ReportRefusal> faults)
    {
        ArgumentNullException.ThrowIfNull(json);
        SavedQuery? found = null;
        faults = [Refusals.NotOf("config", Short(json), Form)];
        try
        {
            using var document = JsonDocument.Parse(json);
            found = Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }

        if (found is { Report: null } && ExploreText.Read(found.Texts, out var wrong) is null)
        {
            faults = wrong;
            return null;
        }

        faults = found is null ? faults : [];
        return found;
    }

    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonParts.Options))
        {
            json.WriteStartObject();
            if (Report is not null)
            {
                json.WriteString("report", Report);
            }

            json.WriteStartObject(Report is null ? "explore" : "params");
            foreach (var (name, text) in Texts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The same question with some texts in place of its own.</summary>
    public SavedQuery With(IReadOnlyDictionary<string, string> others) => this with
    {
        Texts = Texts.Where(entry => !others.ContainsKey(entry.Key)).Concat(others)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
    };

    /// <summary>Asks it.</summary>
    /// <param name="explorer">Whose runner answers.</param>
    /// <param name="how">Generation, culture and use of rollups; its report and parameters are not looked at.</param>
    /// <param name="scope">What its bearer may see.</param>
    /// <param name="ct">Stops.</param>
    public Task<ReportOutcome> RunAsync(
        Explorer explorer, ReportRequest how, Scope scope, CancellationToken ct) =>
        RunAsync(explorer, how, scope, write: null, ct);

    /// <summary>Asks it for a file, as the runner does.</summary>
    /// <param name="explorer">Whose runner answers.</param>
    /// <param name="how">Generation, culture and use of rollups; its report and parameters are not looked at.</param>
    /// <param name="scope">What its bearer may see.</param>
    /// <param name="write">Takes rows as they come where they are more than are held; null refuses so many.</param>
    /// <param name="ct">Stops.</param>
    public Task<ReportOutcome> RunAsync(
        Explorer explorer, ReportRequest how, Scope scope, Func<ReportStream, CancellationToken, Task>? write,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(explorer);
        ArgumentNullException.ThrowIfNull(how);
        if (Report is not null)
        {
            return explorer.Runner.RunAsync(how with { ReportId = Report, Parameters = Texts }, scope, write, ct);
        }

        return ExploreText.Read(Texts, out var faults) is { } query
            ? explorer.RunAsync(
                query with { Generation = how.Generation, UseRollups = how.UseRollups, Culture = how.Culture }, scope,
                write, ct)
            : Task.FromResult<ReportOutcome>(new ReportOutcome.Refused(faults));
    }

    private static SavedQuery? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var names = root.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).ToList();
        var isReport = names is ["params", "report"] or ["report"];
        if (!isReport && names is not ["explore"])
        {
            return null;
        }

        var report = isReport && root.GetProperty("report").ValueKind == JsonValueKind.String
            ? root.GetProperty("report").GetString() : null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty(isReport ? "params" : "explore", out var given)
            && (given.ValueKind != JsonValueKind.Object || !given.EnumerateObject().All(Add)))
        {
            return null;
        }

        return isReport == (report is not null) ? new(report, texts) : null;

        bool Add(JsonProperty member) => member.Value.ValueKind == JsonValueKind.String
            && texts.TryAdd(member.Name, member.Value.GetString()!);
    }

    private static string Short(string json) => json.Length <= 60 ? json : json[..60] + "…";
}
