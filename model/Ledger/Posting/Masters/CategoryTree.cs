using System.Collections.Immutable;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The item categories as they are now. Some thousands at most, so all of them are kept.</summary>
internal sealed class CategoryTree
{
    public const int Levels = 3;

    private readonly ImmutableDictionary<string, CategoryRow> byCode;
    private readonly ImmutableDictionary<long, CategoryRow> byId;

    /// <param name="versions">In order of version: a later one replaces an earlier.</param>
    public CategoryTree(IReadOnlyCollection<CategoryRow> versions)
    {
        var current = versions.GroupBy(row => row.CategoryId).Select(group => group.Last()).ToList();
        byCode = current.ToImmutableDictionary(row => row.CategoryCode, StringComparer.Ordinal);
        byId = current.ToImmutableDictionary(row => row.CategoryId);
    }

    private CategoryTree(ImmutableDictionary<string, CategoryRow> byCode, ImmutableDictionary<long, CategoryRow> byId)
    {
        this.byCode = byCode;
        this.byId = byId;
    }

    public CategoryRow? Find(string code) => byCode.GetValueOrDefault(code);

    public CategoryTree With(CategoryRow row) =>
        new(byCode.SetItem(row.CategoryCode, row), byId.SetItem(row.CategoryId, row));

    /// <summary>Whether the tree would stay a tree of at most <see cref="Levels"/> levels with the category, and all
    /// below it, under the parent.</summary>
    public bool Fits(long? categoryId, CategoryRow parent)
    {
        var above = Ancestors(parent).ToList();
        var height = categoryId is { } id ? Height(id) : 1;
        return above.All(row => row.CategoryId != categoryId) && above.Count + height <= Levels;
    }

    /// <summary>A category and those above it, nearest first.</summary>
    public IEnumerable<CategoryRow> Above(long id) => byId.TryGetValue(id, out var row) ? Ancestors(row) : [];

    private IEnumerable<CategoryRow> Ancestors(CategoryRow row)
    {
        for (CategoryRow? at = row; at is not null; at = byId.GetValueOrDefault(at.ParentId))
        {
            yield return at;
        }
    }

    private int Height(long id) =>
        1 + byId.Values.Where(row => row.ParentId == id).Select(row => Height(row.CategoryId)).DefaultIfEmpty(0).Max();
}
