using System.Diagnostics;
using System.Globalization;
using Analytics.Dashboard.Api.Description;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>Posting each kind of document: the examples of the posting API, many times over in stores and with parties
/// of their own, a kind after the other, in the order of time. Held against sales in the same run.</summary>
internal sealed class KindBench(BenchBook book)
{
    private const int Copies = 256;
    private const string Sale = "sale";

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        await using var journal = await Journal.OpenAsync(book.Book, TimeProvider.System, ct);
        for (var copy = 0; copy < Copies; copy++)
        {
            // Every copy brings the shared masters too: those are there already from the second one on.
            await journal.PostAsync(ExampleCompany.Masters(copy), ct);
        }

        var rates = new List<(string Kind, double Rate)>();
        var at = DateTimeOffset.MinValue;
        foreach (var kind in ExampleCompany.Kinds)
        {
            var documents = Enumerable.Range(0, Copies).Select(copy => ExampleCompany.Of(kind, copy)).ToList();
            at = documents[0].BusinessAt > at ? documents[0].BusinessAt : at.AddMinutes(1);
            rates.Add((kind, await RateAsync(journal, documents.ConvertAll(one => one with { BusinessAt = at }), ct)));
        }

        var sales = rates.Single(rate => rate.Kind == Sale).Rate;
        return
        [
            .. rates.Select(rate => new BenchRow(
                $"posting {rate.Kind}, {book.Engine}", rate.Rate, "documents/s", Sale, sales,
                string.Create(CultureInfo.InvariantCulture, $"{Copies} in one batch"))),
        ];
    }

    private static async Task<double> RateAsync(
        Journal journal, IReadOnlyList<Document> documents, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await BenchBook.PostAsync(journal, documents, ct);
        return Copies / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }
}
