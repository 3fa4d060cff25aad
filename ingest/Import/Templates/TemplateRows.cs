using System.Text.Json.Nodes;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>A request of the posting API in flat form: the rows that say the same.</summary>
internal sealed class TemplateRows
{
    private readonly BusinessDay day;
    private readonly bool isChinese;
    private readonly List<Dictionary<string, object>> rows = [];

    private TemplateRows(BusinessDay day, bool isChinese)
    {
        this.day = day;
        this.isChinese = isChinese;
    }

    /// <summary>Row by row the cells that are not empty, by the name of their column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object>> Of(
        KindForm form, JsonObject request, BusinessDay day, bool isChinese)
    {
        var flat = new TemplateRows(day, isChinese);
        var head = flat.Cells(form.Head, request, "");
        // The first row of the main list is the first of the document.
        foreach (var part in form.Head.Parts.OrderBy(part => part != form.Main))
        {
            flat.Add(part, request, "");
        }

        if (flat.rows.Count == 0)
        {
            flat.rows.Add([]);
        }

        foreach (var row in flat.rows)
        {
            row[Spellings.Kind] = flat.Pick(Spellings.OfChoice(Spellings.Kinds, form.Name));
            row[Spellings.DocumentNo] = head[Spellings.DocumentNo];
        }

        foreach (var (column, value) in head)
        {
            flat.rows[0][column] = value;
        }

        return flat.rows;
    }

    private void Add(Part part, JsonNode owner, string within)
    {
        if (Find(owner, part.List!.Path, within) is not JsonArray list)
        {
            return;
        }

        foreach (var element in list)
        {
            var row = Cells(part, element!, part.List.Path);
            row[Spellings.Part] = Pick(Spellings.Of(part.Name));
            rows.Add(row);
            foreach (var below in part.Parts)
            {
                Add(below, element!, part.List.Path);
            }
        }
    }

    private Dictionary<string, object> Cells(Part part, JsonNode element, string within)
    {
        var cells = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (column, member) in part.Columns)
        {
            var value = element is JsonValue ? element : Find(element, member.Path, within);
            if (value is JsonValue || (member.IsPresence && value is not null))
            {
                cells[column] = Cell.Show(member, member.IsPresence ? "true" : value.ToString(), day, isChinese);
            }
        }

        return cells;
    }

    private string Pick(Words words) => isChinese ? words.Zh : words.En;

    /// <summary>What stands at a path of the request, looked for from the record that stands at another.</summary>
    private static JsonNode? Find(JsonNode record, string path, string within)
    {
        JsonNode? found = record;
        var below = within.Length == 0 ? path : path[(within.Length + 1)..];
        foreach (var name in below.Split('.'))
        {
            found = (found as JsonObject)?[name];
        }

        return found;
    }
}
