using System.Text;
using System.Text.Json.Nodes;
using Analytics.Ingest.Import.Posting;
using Analytics.Ledger;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Analytics.Ingest.Import.Templates;

/// <summary>The template of a kind of document or voucher: a file with the columns that the kind takes and an example,
/// to be filled and imported as it stands.</summary>
public sealed class Template
{
    private static readonly JsonObject Examples = ReadExamples();

    private readonly KindForm form;

    private Template(KindForm form) => this.form = form;

    /// <summary>All kinds by their names in the API, and what they are called.</summary>
    public static IReadOnlyList<(string Name, Words Words)> Kinds =>
        [.. KindForm.Names.Select(name => (name, Spellings.OfChoice(Spellings.Kinds, name)))];

    /// <summary>By the kind's name, in Chinese or English; null where there is no such kind.</summary>
    public static Template? Find(string kind) =>
        Spellings.Choice(Spellings.Kinds, kind.Trim()) is { } name && KindForm.Find(name) is { } form
            ? new Template(form)
            : null;

    /// <summary>The kind's name in the API.</summary>
    public string Name => form.Name;

    /// <summary>Writes it as CSV: UTF-8 with a mark, as spreadsheets want it.</summary>
    public async Task WriteCsvAsync(Stream stream, bool isChinese, BusinessDay day)
    {
        var rows = Rows(isChinese, day);
        var columns = Columns(rows);
        await using var text = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(Line(columns.Select(column => Pick(Spellings.Of(column), isChinese))));
        foreach (var row in rows)
        {
            await text.WriteLineAsync(Line(columns.Select(column => Text(row.GetValueOrDefault(column)))));
        }
    }

    /// <summary>Writes it as a workbook; its second sheet says what the columns take.</summary>
    public async Task WriteXlsxAsync(Stream stream, bool isChinese, BusinessDay day, CancellationToken ct)
    {
        var rows = Rows(isChinese, day);
        var columns = Columns(rows);
        var title = Pick(Spellings.OfChoice(Spellings.Kinds, Name), isChinese);
        var sheets = new Dictionary<string, object>
        {
            [title] = rows.Select(row => columns.ToDictionary(
                column => Pick(Spellings.Of(column), isChinese), column => row.GetValueOrDefault(column))).ToList(),
            [isChinese ? "列说明" : "columns"] = columns.Select(column => Explained(column, isChinese)).ToList(),
        };
        var options = new OpenXmlConfiguration { FastMode = true, EnableAutoWidth = true };
        await stream.SaveAsAsync(sheets, excelType: ExcelType.XLSX, configuration: options, cancellationToken: ct);
    }

    /// <summary>The example in flat form.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, object>> Rows(
        string kind, JsonObject request, BusinessDay day, bool isChinese) =>
        TemplateRows.Of(KindForm.Find(kind)!, request, day, isChinese);

    /// <summary>Those of the example first, then the rest of its own lists, of the head, and what every kind has.
    /// </summary>
    private List<string> Columns(IReadOnlyList<IReadOnlyDictionary<string, object>> rows)
    {
        var used = rows.SelectMany(row => row.Keys).ToHashSet(StringComparer.Ordinal);
        var ofHead = form.Head.Columns.Keys.ToList();
        var own = form.Head.Parts.OrderBy(part => part != form.Main).Where(form.IsOwn).SelectMany(part => part.All())
            .SelectMany(part => part.Columns.Keys).ToList();
        var all = form.Head.All().SelectMany(part => part.Columns.Keys);
        List<string> columns =
        [
            Spellings.Kind, Spellings.DocumentNo,
            .. ofHead.Where(used.Contains), Spellings.Part, .. own.Where(used.Contains), .. own, .. ofHead, .. all,
        ];
        return [.. columns.Where(column => column != Spellings.Part || form.Head.Parts.Count > 0).Distinct()];
    }

    private IReadOnlyList<IReadOnlyDictionary<string, object>> Rows(bool isChinese, BusinessDay day) =>
        Rows(Name, Example(Name), day, isChinese);

    private Dictionary<string, object> Explained(string column, bool isChinese)
    {
        var words = Spellings.Of(column);
        var parts = form.Head.All().Where(part => part.Columns.ContainsKey(column)).ToList();
        var member = parts.Count > 0 ? parts[0].Columns[column] : null;
        var takes = member is not null ? Cell.Takes(member)
            : column == Spellings.Kind ? Spellings.OfChoice(Spellings.Kinds, Name)
            : Listed([.. form.Head.All().Where(part => part.List is not null).Select(part => Spellings.Of(part.Name))]);
        var rows = parts is [{ List: null }] ? new Words("首行", "first row")
            : parts is [] ? new Words("", "")
            : Listed([.. parts.Select(part => Spellings.Of(part.Name))]);
        var isNeeded = member is null ? column == Spellings.Kind : parts[0].Needed.Contains(member);
        return isChinese
            ? new()
            {
                ["列"] = words.Zh, ["英文"] = words.En, ["填什么"] = takes.Zh, ["哪种行"] = rows.Zh,
                ["必填"] = isNeeded ? "是" : "", ["接口字段"] = Fields(parts, column),
            }
            : new()
            {
                ["column"] = words.En, ["in Chinese"] = words.Zh, ["takes"] = takes.En, ["in rows of"] = rows.En,
                ["needed"] = isNeeded ? "yes" : "", ["field of the API"] = Fields(parts, column),
            };
    }

    private static string Fields(IReadOnlyList<Part> parts, string column) =>
        string.Join(", ", parts.Select(part => part.Columns[column].Path));

    private static Words Listed(IReadOnlyList<Words> words) => new(
        string.Join("、", words.Select(one => one.Zh)), string.Join(", ", words.Select(one => one.En)));

    private static string Pick(Words words, bool isChinese) => isChinese ? words.Zh : words.En;

    private static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => RejectFile.Quoted(cell, ",")));

    private static string Text(object? cell) =>
        cell is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)
        : cell as string ?? "";

    private static JsonObject Example(string kind) =>
        (Examples["documents"]![kind] ?? Examples["vouchers"]!.AsArray().First(one => (string?)one!["type"] == kind))!
            .AsObject();

    private static JsonObject ReadExamples()
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
