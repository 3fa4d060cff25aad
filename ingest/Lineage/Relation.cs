namespace Analytics.Ingest.Lineage;

/// <summary>What a select, a common table or a table answers: by column, the columns of tables its cells are made
/// from.</summary>
/// <param name="Columns">In order; null where any name is a column, as of a table of the Ledger.</param>
/// <param name="Rows">The tables whose rows it has.</param>
/// <param name="Table">The table that it is; null for what a select answers.</param>
internal sealed record Relation(
    IReadOnlyList<(string Name, IReadOnlySet<ColumnName> From)>? Columns, IReadOnlySet<string> Rows, string? Table)
{
    /// <summary>A table, of given columns or of any.</summary>
    public static Relation Of(string table, IEnumerable<string>? columns) => new(
        columns?.Select(name => (name, (IReadOnlySet<ColumnName>)new HashSet<ColumnName> { new(table, name) }))
            .ToList(),
        new HashSet<string> { table },
        table);

    /// <summary>The sources of a column; null where there is no such column.</summary>
    public IReadOnlySet<ColumnName>? Find(string name)
    {
        if (Columns is null)
        {
            return new HashSet<ColumnName> { new(Table!, name) };
        }

        foreach (var (known, from) in Columns)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return from;
            }
        }

        return null;
    }

    /// <summary>The same under other names; as many as are given.</summary>
    public Relation Renamed(IReadOnlyList<string> names) => names.Count == 0 || Columns is null
        ? this
        : this with
        {
            Columns = [.. Columns.Select((column, at) => (at < names.Count ? names[at] : column.Name, column.From))],
        };

    /// <summary>Rows of both, by the names of columns or by their places.</summary>
    public Relation With(Relation other, bool isByName)
    {
        var columns = Columns!.ToList();
        for (var at = 0; at < other.Columns!.Count; at++)
        {
            var (name, from) = other.Columns[at];
            var place = isByName ? columns.FindIndex(column => column.Name == name) : at;
            if (place < 0)
            {
                columns.Add((name, from));
            }
            else
            {
                columns[place] = (columns[place].Name, columns[place].From.Union(from).ToHashSet());
            }
        }

        return new Relation(columns, Rows.Union(other.Rows).ToHashSet(), null);
    }
}
