namespace Analytics.Ingest.Import.Templates;

/// <summary>What a row can be: the head of a document, or an element of one of its lists.</summary>
internal sealed class Part
{
    /// <param name="kind">The kind's name, for fields that several kinds name alike and mean otherwise.</param>
    /// <param name="shape">Its fields.</param>
    /// <param name="list">The list it is an element of; null for the head.</param>
    /// <param name="parent">What its row belongs to; null for the head.</param>
    /// <param name="isTaken">Whether documents of the kind take a field.</param>
    public Part(string kind, Shape shape, Member? list, Part? parent, Func<Member, bool> isTaken)
    {
        List = list;
        Parent = parent;
        Columns = shape.Singles().Where(isTaken)
            .ToDictionary(member => Spellings.Column(kind, member.Path), StringComparer.Ordinal);
        // What the API needs of the element itself; what it needs of records within, the book says.
        Needed = [.. shape.Members.Where(member => member is { Kind: MemberKind.Single, IsNeeded: true })
            .Where(isTaken)];
        Parts = [.. shape.Lists().Where(isTaken).Select(one => new Part(kind, one.Shape!, one, this, isTaken))];
    }

    public Member? List { get; }

    public Part? Parent { get; }

    /// <summary>Its fields by the name of their column, in the order of the request.</summary>
    public IReadOnlyDictionary<string, Member> Columns { get; }

    /// <summary>The fields that must not be empty.</summary>
    public IReadOnlyList<Member> Needed { get; }

    /// <summary>What belongs to it in rows of its own.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The word of its rows; empty for the head.</summary>
    public string Name => List is null ? "" : Spellings.Column("", List.Path);

    /// <summary>It and all that belongs to it.</summary>
    public IEnumerable<Part> All() => [this, .. Parts.SelectMany(part => part.All())];
}
