using System.Data.Common;
using System.Text.Json;
using Analytics.Reports.Definition;

namespace Analytics.Reports.Relations;

/// <summary>What a text names, read from the syntax tree that DuckDB's own parser gives.</summary>
internal sealed record TextShape
{
    /// <summary>Base tables the text reads, without its own common table expressions.</summary>
    public required IReadOnlyList<string> Relations { get; init; }

    /// <summary>Every column name, without the relation before it.</summary>
    public required IReadOnlySet<string> Columns { get; init; }

    public required IReadOnlySet<string> Parameters { get; init; }

    /// <summary>A star in the select: the text wants every column there is.</summary>
    public required bool HasStar { get; init; }

    /// <summary>Relations whose every row that counts lies in a bucket: read once, inner joined on the bucket's dates.
    /// Such
    /// a relation may be cut to the buckets' days before the join, so that only those days are read.</summary>
    public required IReadOnlySet<string> WithinBuckets { get; init; }

    /// <summary>Of those, the ones whose rows may be summed before the text reads them.</summary>
    public required IReadOnlyDictionary<string, FoldShape> Folds { get; init; }

    /// <summary>Why the text may not run; empty where it may.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The text orders its rows itself.</summary>
    public required bool IsOrdered { get; init; }

    public bool ReadsBuckets => Relations.Contains(ViewComposer.Bucket);

    /// <summary>The text tells current buckets from those of the base itself, and so reads both at once.</summary>
    public bool ReadsBase => ReadsBuckets && Columns.Contains(ViewComposer.IsBase);

    /// <summary>The text differs from window to window by more than its buckets.</summary>
    public bool BindsRange => Parameters.Contains("from_date") || Parameters.Contains("to_date");

    public static async Task<TextShape> ReadAsync(
        DbConnection connection, string sql, IReadOnlyDictionary<string, IReadOnlyList<bool>?> measures,
        CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statement.Text("parse");
        command.Bind("text", sql);
        var tree = (string)(await command.ExecuteScalarAsync(ct).ConfigureAwait(false))!;
        using var json = JsonDocument.Parse(tree, new JsonDocumentOptions { MaxDepth = 1000 });
        var walk = new TextWalk(measures);
        walk.Read(json.RootElement);
        var tokens = SqlTokens.Of(sql, 1);
        var within = walk.JoinedOnBuckets
            .Where(name => walk.Tables.Count(table => table == name) == 1
                && !walk.Expressions.Contains(ViewComposer.Bucket))
            .ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Relations = walk.Tables.Where(name => !walk.Expressions.Contains(name)).Distinct().ToList(),
            Columns = walk.Columns,
            Parameters = tokens.Where(token => token.Kind == SqlTokenKind.Parameter)
                .Select(token => token.Text).ToHashSet(StringComparer.Ordinal),
            HasStar = walk.HasStar,
            IsOrdered = tokens.Any(token => token.Depth == 0 && token.IsWord("order")),
            WithinBuckets = within,
            Folds = walk.HasStar || walk.Faults.Count > 0
                ? new()
                : within.Select(name => (Name: name, Fold: new FoldWalk(name, measures).Read(json.RootElement)))
                    .Where(entry => entry.Fold is not null)
                    .ToDictionary(entry => entry.Name, entry => entry.Fold!, StringComparer.Ordinal),
            Faults = walk.Faults,
        };
    }
}
