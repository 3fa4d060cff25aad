using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>What a file may say of one kind of document or voucher.</summary>
internal sealed class KindForm
{
    /// <summary>As the book names them where it keeps one as a draft.</summary>
    private static readonly Dictionary<string, Type> Vouchers = typeof(Voucher)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToDictionary(known => (string)known.TypeDiscriminator!, known => known.DerivedType, StringComparer.Ordinal);

    private static readonly Shape Documents = new(typeof(Document));
    private static readonly ConcurrentDictionary<string, KindForm> Known = new(StringComparer.Ordinal);

    private readonly Shape shape;
    private readonly DocumentKind? kind;

    private KindForm(string name)
    {
        Name = name;
        kind = DocumentKinds.Find(name);
        shape = kind is null ? new Shape(Vouchers[name]) : Documents;
        Head = new Part(name, shape, null, null, kind is { } of ? member => Takes(of, member) : static _ => true);
        Main = kind is null ? Head.Parts is [var first, ..] ? first : null
            : Head.Parts.FirstOrDefault(part => part.List!.Path == "lines")
                ?? Head.Parts.FirstOrDefault(IsOwn);
    }

    /// <summary>All kinds by their names in the API.</summary>
    public static IEnumerable<string> Names =>
        [.. Enum.GetValues<DocumentKind>().Select(DocumentKinds.Name), .. Vouchers.Keys];

    public string Name { get; }

    public bool IsVoucher => kind is null;

    public Part Head { get; }

    /// <summary>What a row is that does not say it: a line, else the first list that not every kind has; null where
    /// there is none.</summary>
    public Part? Main { get; }

    /// <summary>By its name in the API; null where that is none.</summary>
    public static KindForm? Find(string name) =>
        Vouchers.ContainsKey(name) || DocumentKinds.Find(name) is not null
            ? Known.GetOrAdd(name, static one => new KindForm(one))
            : null;

    public static KindForm Of(DocumentKind kind) => Find(DocumentKinds.Name(kind))!;

    /// <summary>Puts what is given into a document, or into a line of one, that nobody has yet.</summary>
    public static T Add<T>(Given given, T record)
    {
        var of = record is Document ? Documents : Documents.Members.First(member => member.Path == "lines").Shape!;
        of.Add(given, record!);
        return record;
    }

    public Part? FindPart(string name) => Head.All().FirstOrDefault(part => part.List is not null && part.Name == name);

    /// <summary>Whether other kinds do not have the list, as they have employees or attachments.</summary>
    public bool IsOwn(Part part) =>
        kind is null || !Array.TrueForAll(Enum.GetValues<DocumentKind>(), one => Takes(one, part.List!));

    public Submission Make(Given given, string source)
    {
        if (kind is { } document)
        {
            given.Values[shape.Members[0]] = document;
        }

        given.Values.TryAdd(shape.Members.First(member => member.Path == "source"), source);
        return (Submission)shape.Make(given);
    }

    /// <summary>Whether a document of the kind takes the field. Below the lines, an element is taken whole.</summary>
    private static bool Takes(DocumentKind kind, Member member)
    {
        var path = member.Path.Split('.');
        if (path[0] == "kind")
        {
            return false;
        }

        var top = Documents.Members.First(known => known.Path == path[0]);
        if (path[0] != "lines" || path.Length == 1)
        {
            return DocumentKinds.Takes(kind, document => With(document, top, Sample(top)));
        }

        var field = top.Shape!.Members.First(known => known.Path == $"lines.{path[1]}");
        return DocumentKinds.Takes(kind, document => document.Lines is [var line, ..]
            ? document with { Lines = [With(line, field, Sample(field))] }
            : With(document, top, Sample(top)));
    }

    private static T With<T>(T record, Member member, object value)
        where T : class
    {
        var copy = (T)typeof(T).GetMethod("<Clone>$")!.Invoke(record, null)!;
        member.Property!.SetValue(copy, value);
        return copy;
    }

    /// <summary>A value that is not the field's default; of a list, one element with what it must have.</summary>
    private static object Sample(Member member)
    {
        var given = new Given();
        IEnumerable<Member> within = member.Kind switch
        {
            MemberKind.Single => [member],
            MemberKind.Record => member.Shape!.Singles(),
            MemberKind.List => member.Shape!.Members.Where(one => one is { Kind: MemberKind.Single, IsNeeded: true }),
        };
        foreach (var single in within)
        {
            given.Values[single] = Sample(single.Type);
        }

        var whole = new Given();
        whole.Lists[member] = [given];
        return member.Value(member.Kind == MemberKind.List ? whole : given)!;
    }

    private static object Sample(Type type) =>
        type == typeof(string) ? "1"
        : type == typeof(bool) ? true
        : type == typeof(DateOnly) ? new DateOnly(2026, 1, 1)
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : type == typeof(Money) ? new Money(Money.Scale)
        : type == typeof(Qty) ? new Qty(Qty.Scale)
        : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!
        : Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
}
