namespace Analytics.Ingest.Extract;

/// <summary>What is to be read of the Ledger, and the staging table it goes to.</summary>
/// <param name="Sql">Its columns are the staging table's, in order; names <c>@from_seq</c>, <c>@to_seq</c>,
/// <c>@old_seq</c>, <c>@day_begin</c> or none.</param>
/// <param name="Staging">The table's name.</param>
/// <param name="FromSeq">Entries after this one are read.</param>
/// <param name="ToSeq">The last entry of the view.</param>
/// <param name="MaySplit">Whether each row is that of one entry, in the order of entries: then a range of entries
/// may be read without the others.</param>
internal sealed record ExtractQuery(string Sql, string Staging, long FromSeq, long ToSeq, bool MaySplit)
{
    /// <summary>Few, so that those who read in parallel wait little for the one whose turn it is.</summary>
    public const long UsualEntries = 4096;

    /// <summary>How many entries are read at a time.</summary>
    public long EntriesOfRange { get; init; } = UsualEntries;

    /// <summary>Milliseconds by which the company's day begins later than that of UTC.</summary>
    public long DayBegin { get; init; }

    /// <summary>In order; one where the query cannot be split, or adds to rows that are there.</summary>
    public IReadOnlyList<(long After, long UpTo)> Ranges()
    {
        if (!MaySplit || FromSeq > 0 || ToSeq <= EntriesOfRange)
        {
            return [(FromSeq, ToSeq)];
        }

        var ranges = new List<(long After, long UpTo)>();
        for (var after = FromSeq; after < ToSeq; after += EntriesOfRange)
        {
            ranges.Add((after, Math.Min(after + EntriesOfRange, ToSeq)));
        }

        return ranges;
    }

    /// <summary>The values of the parameters for one range. <c>@old_seq</c> is where the run begins, whatever the
    /// range: up to it rows are there already.</summary>
    public (string Name, long Value)[] Values((long After, long UpTo) range) =>
        [("@from_seq", range.After), ("@to_seq", range.UpTo), ("@old_seq", FromSeq), ("@day_begin", DayBegin)];
}
