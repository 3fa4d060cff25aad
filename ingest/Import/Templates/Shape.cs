using System.Reflection;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>A record that the book takes, as reflection finds it: its fields are named as the posting API names them.
/// </summary>
internal sealed class Shape
{
    private readonly ConstructorInfo? constructor;

    /// <param name="type">A record; or a single value that stands in a list.</param>
    /// <param name="path">Where it stands in the request, such as "lines.quotes"; empty of the request itself.</param>
    public Shape(Type type, string path = "")
    {
        Type = type;
        if (Member.IsSingle(type))
        {
            Members = [new Member(type, path + ".value")];
            return;
        }

        constructor = type.GetConstructors().MaxBy(known => known.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        Members =
        [
            .. type.GetProperties()
                .Where(property => property.CanWrite && property.Name != nameof(Submission.Actor))
                .OrderBy(property => property.MetadataToken)
                .OrderBy(property => Place(parameters, property))
                .Select(property => new Member(property, Parameter(parameters, property), Join(path, property))),
        ];
    }

    public Type Type { get; }

    /// <summary>Its fields in the order of the record: those of its constructor first.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>The fields that take one value a row, those of records within it too.</summary>
    public IEnumerable<Member> Singles() => Members.SelectMany(member => member.Kind switch
    {
        MemberKind.Single => [member],
        MemberKind.Record when member.Presence is { } presence => [presence, .. member.Shape!.Singles()],
        MemberKind.Record => member.Shape!.Singles(),
        MemberKind.List => Enumerable.Empty<Member>(),
    });

    /// <summary>The fields that are lists, those of records within it too, but not lists within lists.</summary>
    public IEnumerable<Member> Lists() => Members.SelectMany(member => member.Kind switch
    {
        MemberKind.List => [member],
        MemberKind.Record => member.Shape!.Lists(),
        MemberKind.Single => Enumerable.Empty<Member>(),
    });

    /// <summary>The record with what was given; a field that was not keeps its default.</summary>
    public object Make(Given given)
    {
        if (constructor is null)
        {
            return given.Values[Members[0]];
        }

        var parameters = constructor.GetParameters();
        var made = constructor.Invoke(
        [
            .. parameters.Select(parameter =>
                Members.FirstOrDefault(member => member.Parameter == parameter) is { } member
                    ? member.Value(given) ?? member.Default
                    : parameter.DefaultValue),
        ]);
        foreach (var member in Members.Where(member => member.Parameter is null))
        {
            if ((member.Value(given) ?? (member.IsRequired ? member.Default : null)) is { } value)
            {
                member.Property!.SetValue(made, value);
            }
        }

        return made;
    }

    /// <summary>Puts what was given into a record that nobody has yet; its lists stay as they are.</summary>
    public void Add(Given given, object record)
    {
        foreach (var member in Members.Where(member => member.Kind != MemberKind.List))
        {
            if (member.Value(given) is { } value)
            {
                member.Property!.SetValue(record, value);
            }
        }
    }

    /// <summary>Whether anything of it was given.</summary>
    public bool IsIn(Given given) =>
        Singles().Any(given.Values.ContainsKey) || Lists().Any(given.Lists.ContainsKey);

    private static string Join(string path, PropertyInfo property)
    {
        var name = Spellings.Snake(property.Name);
        return path.Length == 0 ? name : $"{path}.{name}";
    }

    private static ParameterInfo? Parameter(ParameterInfo[] parameters, PropertyInfo property) =>
        parameters.FirstOrDefault(parameter => parameter.Name == property.Name);

    private static int Place(ParameterInfo[] parameters, PropertyInfo property) =>
        Parameter(parameters, property)?.Position ?? int.MaxValue;
}
