using System.Globalization;
using System.Text.Json.Nodes;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>Makes requests of a kind that say as much as its form allows, each field at random.</summary>
internal sealed class FlatRequest(string kind, Random random)
{
    private readonly KindForm form = KindForm.Find(kind)!;

    public JsonObject Make()
    {
        var request = new JsonObject();
        if (!form.IsVoucher)
        {
            request["kind"] = kind;
        }

        Fill(request, form.Head, "");
        if (!form.IsVoucher)
        {
            request["lines"] ??= new JsonArray();
        }

        // Lists that the API must have are there, with or without elements.
        foreach (var part in form.Head.Parts.Where(part => Find(request, part.List!.Path) is null))
        {
            Put(request, part.List!.Path, "", new JsonArray());
        }

        return request;
    }

    private void Fill(JsonNode record, Part part, string within)
    {
        foreach (var member in part.Columns.Values)
        {
            if (IsNeeded(member) || random.Next(3) > 0)
            {
                Put(record, member.Path, within, member.IsPresence ? new JsonObject() : Value(member));
            }
        }

        foreach (var below in part.Parts)
        {
            var list = new JsonArray();
            var count = random.Next(4);
            for (var n = 0; n < count; n++)
            {
                list.Add(Element(below));
            }

            if (count > 0)
            {
                Put(record, below.List!.Path, within, list);
            }
        }
    }

    private JsonNode Element(Part part)
    {
        if (part.List!.Type == typeof(string))
        {
            return Value(part.Columns.Values.Single());
        }

        var element = new JsonObject();
        Fill(element, part, part.List.Path);
        return element;
    }

    /// <summary>What the serializer demands; of records within, all of it.</summary>
    private bool IsNeeded(Member member) =>
        member.IsNeeded || member.IsRequired || member.Path.Contains(".item.", StringComparison.Ordinal)
        || member.Path.Split('.')[0] is "pairs" or "claim" or "invoice" or "ship_to"
        || member.Path.Contains(".vouchers.", StringComparison.Ordinal);

    private JsonNode Value(Member member) =>
        member.Type == typeof(string) ? Text()
        : member.Type == typeof(bool) ? JsonValue.Create(random.Next(2) == 0)
        : member.Type == typeof(DateOnly)
            ? new DateOnly(2026, 1, 1).AddDays(random.Next(300)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : member.Type == typeof(DateTimeOffset)
            ? BusinessDay.Shanghai.At(new DateTime(2026, 1, 1).AddMinutes(random.Next(300_000)))
                .ToString("O", CultureInfo.InvariantCulture)
        : member.Type.IsEnum ? ApiExamples.Snake(random.GetItems(Enum.GetNames(member.Type), 1)[0])
        : member.Type == typeof(Money) || member.Type == typeof(Qty)
            ? JsonValue.Create(random.Next(-1_000_000, 1_000_000) / 10_000m)
        : member.Type == typeof(decimal) ? JsonValue.Create(random.Next(1_000_000) / 1_000_000m)
        : JsonValue.Create(random.Next(1, 100_000));

    private string Text()
    {
        string[] texts = ["甲", "A,b", "\"q\"", "007", "=1+1", "x y", "2026-01-31", "1,234", "-"];
        return texts[random.Next(texts.Length)];
    }

    private static JsonNode? Find(JsonObject request, string path) =>
        path.Split('.').Aggregate((JsonNode?)request, (at, name) => at?[name]);

    private static void Put(JsonNode record, string path, string within, JsonNode value)
    {
        var names = (within.Length == 0 ? path : path[(within.Length + 1)..]).Split('.');
        var at = record.AsObject();
        foreach (var name in names[..^1])
        {
            at[name] ??= new JsonObject();
            at = at[name]!.AsObject();
        }

        at[names[^1]] = value;
    }
}
