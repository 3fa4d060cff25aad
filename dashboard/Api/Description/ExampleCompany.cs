using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Api.Json;
using Analytics.Ledger;

namespace Analytics.Dashboard.Api.Description;

/// <summary>The examples of the posting API as submissions: a document of each kind, and any number of copies beside it
/// that have nothing to do with one another.</summary>
public static class ExampleCompany
{
    /// <summary>Fields that name what each copy has for itself. Items and means of payment are shared.</summary>
    private static readonly HashSet<string> Own =
    [
        "document_no", "original_no", "store_code", "depot_code", "to_depot_code", "party_code", "owner_code",
        "supplier_code", "employee_code", "series",
    ];

    /// <summary>The kinds in the order in which their examples are posted.</summary>
    public static IEnumerable<string> Kinds => Examples.Kinds;

    /// <summary>What must be in the book before copy <paramref name="copy"/> is posted.</summary>
    /// <param name="copy">From 0, which is the examples as they stand.</param>
    public static IReadOnlyList<Submission> Masters(int copy) =>
        [.. Examples.Masters["masters"]!.AsArray().Select(master => Master(master!.AsObject(), copy))];

    /// <summary>The example of a kind in a copy.</summary>
    public static Document Of(string kind, int copy) =>
        Renamed(Examples.Document(kind), copy)
            .Deserialize<Document>(ApiJson.Options)!;

    private static Submission Master(JsonObject master, int copy)
    {
        var type = (string)master["type"]!;
        if (type is "store" or "party" or "employee")
        {
            master["code"] = Name((string)master["code"]!, copy);
        }

        Rename(master, copy);
        master.Remove("type");
        return (Submission)master.Deserialize(SubmissionTypes.Masters[type], ApiJson.Options)!;
    }

    private static JsonNode Renamed(JsonNode document, int copy)
    {
        Rename(document, copy);
        return document;
    }

    private static void Rename(JsonNode node, int copy)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list.OfType<JsonNode>())
            {
                Rename(one, copy);
            }
        }

        if (node is not JsonObject fields)
        {
            return;
        }

        foreach (var (name, value) in fields.ToList())
        {
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
            {
                fields[name] = Value(name, (string)text!, copy, isCoupon: fields.ContainsKey("face_amount"));
            }
            else if (value is not null)
            {
                Rename(value, copy);
            }
        }
    }

    private static string Value(string name, string text, int copy, bool isCoupon) =>
        Own.Contains(name) || (isCoupon && name == "code") || name == "coupon_code" ? Name(text, copy)
        : name == "invoice_no" ? Number(text, copy)
        : text;

    private static string Name(string text, int copy) =>
        copy == 0 || text.Length == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}-{copy}");

    /// <summary>A number of as many digits.</summary>
    private static string Number(string digits, int copy) =>
        (BigInteger.Parse(digits, CultureInfo.InvariantCulture) + (copy * 1000))
            .ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
}
