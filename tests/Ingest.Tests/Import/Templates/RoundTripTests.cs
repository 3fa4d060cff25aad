using Analytics.Fixtures;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Posting;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>A request in flat form is the request that the serializer reads.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<string> Kinds => [.. ApiExamples.Kinds];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_a_request_says_its_rows_say_too(string kind)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var request = new FlatRequest(kind, new Random(seed)).Make();
            var rows = Template.Rows(kind, request, BusinessDay.Shanghai, isChinese: seed % 2 == 0);

            var read = await ReadAsync(rows, seed % 2 == 0);

            var expected = ApiExamples.Of(request, ApiExamples.TypeOf(kind));
            expected = expected switch
            {
                Document { Source: "" } document => document with { Source = "flat.csv" },
                Voucher { Source: "" } voucher => voucher with { Source = "flat.csv" },
                _ => expected,
            };
            ApiExamples.Text(read).Should().Be(ApiExamples.Text(expected), $"seed {seed}");
        }
    }

    private async Task<Submission> ReadAsync(
        IReadOnlyList<IReadOnlyDictionary<string, object>> rows, bool isChinese)
    {
        var columns = rows.SelectMany(row => row.Keys).Distinct().ToList();
        var lines = rows.Select(row => columns.Select(column => row.GetValueOrDefault(column) switch
        {
            decimal number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            string text => text,
            _ => "",
        }));
        var header = columns.Select(column => isChinese ? Spellings.Of(column).Zh : column);
        var path = folder.File("flat.csv");
        var written = lines.Prepend(header)
            .Select(cells => string.Join(',', cells.Select(cell => RejectFile.Quoted(cell, ","))));
        await File.WriteAllLinesAsync(path, written);
        var taken = new List<Submission>();
        var importer = new Importer(
            (batch, _) =>
            {
                taken.AddRange(batch);
                return Task.FromResult<IReadOnlyList<PostResult>>([.. batch.Select(_ => new PostResult.Posted(1))]);
            },
            BusinessDay.Shanghai,
            TimeProvider.System);
        var outcome = await importer.RunAsync(
            new ImportRequest(path, null, folder.File("rejects"), folder.File("tmp")), null, default);
        var result = outcome.Should().BeOfType<ImportOutcome.Finished>(outcome.ToString()).Which.Result;
        var why = result.RejectFile is { } rejects ? await File.ReadAllTextAsync(rejects) : "";
        result.RejectFile.Should().BeNull(why);
        return taken.Should().ContainSingle().Subject;
    }
}
