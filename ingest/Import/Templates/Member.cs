using System.Reflection;
using System.Runtime.CompilerServices;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>A field of a <see cref="Templates.Shape"/>.</summary>
internal sealed class Member
{
    private static readonly Type[] Texts = [typeof(string), typeof(bool), typeof(DateOnly), typeof(DateTimeOffset)];

    private static readonly Type[] Numbers =
        [typeof(Money), typeof(Qty), typeof(decimal), typeof(int), typeof(long)];

    /// <summary>A value that stands in a list by itself.</summary>
    public Member(Type type, string path)
    {
        Type = type;
        Path = path;
        IsNeeded = true;
    }

    public Member(PropertyInfo property, ParameterInfo? parameter, string path)
    {
        Property = property;
        Parameter = parameter;
        Path = path;
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            Kind = MemberKind.List;
            Type = Type.GetGenericArguments()[0];
            Shape = new Shape(Type, path);
        }
        else if (!IsSingle(Type))
        {
            Kind = MemberKind.Record;
            Shape = new Shape(Type, path);
            Presence = Type.IsValueType || Shape.Members.Any(member => member.IsNeeded)
                ? null
                : new Member(typeof(bool), path) { IsNeeded = false, IsPresence = true };
        }

        IsNeeded = parameter is { HasDefaultValue: false };
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
    }

    public MemberKind Kind { get; }

    /// <summary>Of its values; never nullable. Of a list, that of its elements.</summary>
    public Type Type { get; }

    /// <summary>Where it stands in the request, such as "lines.item_code".</summary>
    public string Path { get; }

    public PropertyInfo? Property { get; }

    /// <summary>Of the constructor; null where it is set afterwards.</summary>
    public ParameterInfo? Parameter { get; }

    /// <summary>Of a record, or of a list's elements.</summary>
    public Shape? Shape { get; }

    /// <summary>Whether the API refuses a request without it.</summary>
    public bool IsNeeded { get; private init; }

    /// <summary>Of a record that may be there without any field, such as the scope of a count: whether it is.
    /// </summary>
    public Member? Presence { get; }

    /// <summary>Whether it is the <see cref="Presence"/> of a record.</summary>
    public bool IsPresence { get; private init; }

    /// <summary>Whether it has no default of its own, so that nothing given is the empty text.</summary>
    public bool IsRequired { get; }

    public bool IsNumber => Numbers.Contains(Type);

    /// <summary>What stands where nothing was given.</summary>
    public object? Default =>
        Parameter is { HasDefaultValue: true } ? Parameter.DefaultValue
        : Kind == MemberKind.Record ? Shape!.Make(new Given())
        : Type == typeof(string) ? ""
        : Activator.CreateInstance(Type);

    public static bool IsSingle(Type type) => Texts.Contains(type) || Numbers.Contains(type) || type.IsEnum;

    /// <summary>What was given for it; null where nothing was. A list is never null.</summary>
    public object? Value(Given given)
    {
        switch (Kind)
        {
            case MemberKind.Record:
                var isSaid = Presence is { } presence && given.Values.GetValueOrDefault(presence) is true;
                return isSaid || Shape!.IsIn(given) ? Shape!.Make(given) : null;
            case MemberKind.List:
                var rows = given.Lists.GetValueOrDefault(this) ?? [];
                var list = Array.CreateInstance(Type, rows.Count);
                for (var at = 0; at < rows.Count; at++)
                {
                    list.SetValue(Shape!.Make(rows[at]), at);
                }

                return list;
            default:
                return given.Values.GetValueOrDefault(this);
        }
    }
}
