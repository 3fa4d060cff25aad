using System.Data.Common;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>Compares two generations and asks the book what was posted between them.</summary>
public static class GenerationDiff
{
    private static readonly SqlFiles Files = new(typeof(GenerationDiff).Assembly);

    /// <param name="book">Both were made of.</param>
    /// <param name="folder">Holds both.</param>
    /// <param name="generations">The first and the second; either may be the older.</param>
    /// <param name="atMost">Sums, and documents, to be told.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="StarException">One of them is not there or cannot be read.</exception>
    public static async Task<GenerationDifference> OfAsync(
        Book book, StarFolder folder, (string Before, string After) generations, int atMost, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(book);
        var star = await StarComparison.CompareAsync(folder, new StarSessionOptions(), generations, atMost, ct);
        var (fromSeq, toSeq) = (
            Math.Min(star.Before.Seq, star.After.Seq), Math.Max(star.Before.Seq, star.After.Seq));
        await using var view = await book.ReadAsync(ct);
        (string, object)[] range = [("@from_seq", fromSeq), ("@to_seq", toSeq)];
        var entries = await RowsAsync(
            view, "entries",
            row => new EntryGroup(
                row.GetString(0), Whole(row, 1), Whole(row, 2), Whole(row, 3), Whole(row, 4) / 10_000m),
            range, ct);
        var documents = await RowsAsync(
            view, "documents",
            row => new ExplainingDocument(
                row.GetInt64(0), row.GetString(1), row.GetString(2), Date(row.GetInt64(3)), row.GetInt64(4) == 1,
                Whole(row, 5), Whole(row, 6) / 10_000m),
            [.. range, ("@row_limit", (long)atMost)], ct);
        return new GenerationDifference(star, entries, documents);
    }

    /// <summary>Sums are of another type on each engine.</summary>
    private static long Whole(DbDataReader row, int column) =>
        Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);

    private static DateOnly Date(long number) =>
        new((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100));

    private static async Task<List<T>> RowsAsync<T>(
        BookReader view, string statement, Func<DbDataReader, T> row, (string, object)[] values, CancellationToken ct)
    {
        await using var command = view.Command(Files.Read($"diff/{statement}.sql"));
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
