using Analytics.Reports.Export;

namespace Analytics.Reports.Running;

/// <summary>What a row is of the whole: its share and its place.</summary>
internal static class Parts
{
    /// <summary>The place of every row in each window (1, 2, 2, 4 …) among the rows of the same bucket; a row without a
    /// figure in a window has none there. Null where no measure is ranked.</summary>
    /// <param name="rows">Of each row, what each window answered.</param>
    /// <param name="schema">Of every window's rows.</param>
    /// <param name="share">The measure.</param>
    public static List<long?[]>? Places(
        IReadOnlyList<object?[]?[]> rows, AnswerSchema schema, string? share)
    {
        if (share is null || schema.IndexOf(share) is not (>= 0 and var measure))
        {
            return null;
        }
        var bucket = schema.IndexOf(Alignment.BucketColumn);
        var places = rows.Select(row => new long?[row.Length]).ToList();
        foreach (var siblings in Enumerable.Range(0, rows.Count)
            .GroupBy(at => bucket < 0 ? null : rows[at].First(row => row is not null)![bucket]))
        {
            for (var window = 0; window < rows[0].Length; window++)
            {
                Place([.. siblings], window);
            }
        }
        return places;

        void Place(List<int> siblings, int window)
        {
            var figures = siblings.Select(at => (At: at, Figure: CellText.Number(rows[at][window]?[measure])))
                .Where(entry => entry.Figure is not null).OrderByDescending(entry => entry.Figure).ToList();
            for (var i = 0; i < figures.Count; i++)
            {
                places[figures[i].At][window] = i > 0 && figures[i].Figure == figures[i - 1].Figure
                    ? places[figures[i - 1].At][window]
                    : i + 1;
            }
        }
    }

    public static ReportColumn ShareColumn(ReportColumn measure) => measure with
    {
        Name = measure.Name + "_share_rate",
        Label = new($"{measure.Label.Zh} 占比", $"{measure.Label.En}, share"),
        Role = ColumnRole.Share,
        Type = ColumnType.Rate,
        Unit = "fraction",
        IsAdditive = true,
    };

    public static ReportColumn RankColumn(ReportColumn measure) => measure with
    {
        Name = measure.Name + "_rank",
        Label = new($"{measure.Label.Zh} 名次", $"{measure.Label.En}, rank"),
        Role = ColumnRole.Rank,
        Type = ColumnType.Int,
        Unit = "",
        IsAdditive = false,
    };
}
