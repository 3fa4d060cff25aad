namespace Analytics.Reports;

/// <summary>What its bearer may see: rows of these stores, departments and categories, without the masked
/// figures.</summary>
/// <remarks>Null means all, an empty list means none. A table that lacks a restricted column is never read under the
/// scope.</remarks>
public sealed record Scope
{
    public static Scope Everything { get; } = new();

    /// <summary>Store codes.</summary>
    public IReadOnlyList<string>? Stores { get; init; }

    /// <summary>Department codes.</summary>
    public IReadOnlyList<string>? Departments { get; init; }

    /// <summary>Category codes of any level; a category includes what is below it.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Figures that are blank for the bearer. Without cost there is no margin either, for it would tell the
    /// cost.</summary>
    public ScopeMasks Masks { get; init; }

    public static Scope OfStores(params IReadOnlyList<string> codes) => new() { Stores = codes };

    /// <summary>Same text for the same rights, whatever the order they were listed in: the scope's part of a cache
    /// key.</summary>
    public string Key => string.Join('|', Canonical(Stores), Canonical(Departments), Canonical(Categories), Masks);

    public bool Equals(Scope? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private static string Canonical(IReadOnlyList<string>? codes) => codes is null
        ? "*"
        : string.Concat(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => $"{code.Length}:{code};"));
}
