using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Drafts;
using CsCheck;

namespace Analytics.Ingest.Tests.Import;

public sealed class SortTests : IDisposable
{
    private readonly ImportDesk desk = new();

    public void Dispose() => this.desk.Dispose();

    [Fact]
    public void Sorting_on_disk_equals_sorting_in_memory()
    {
        var random = new Random(20240611);
        var rows = Enumerable.Range(1, 20_000)
            .Select(line => (Group: $"D{random.Next(3000)}", Row: new Row(line, [$"值{random.Next()}", "a,\"b\"\n", ""])
            {
                Fault = line % 97 == 0 ? new Words("坏", "bad") : null,
                Filled = line % 97 == 0 ? 2 : 3,
            }))
            .ToList();
        using var sorter = new RowSorter(this.desk.TempFolder, maxBytes: 100_000);
        rows.ForEach(row => sorter.Add(row.Group, row.Row));

        var sorted = sorter.Sorted(CancellationToken.None).ToList();
        sorter.Spilled.Should().BeGreaterThan(40, "runs must be merged in more than one pass");
        var expected = rows.OrderBy(row => row.Group, StringComparer.Ordinal).ThenBy(row => row.Row.Line);
        sorted.Select(Content).Should().Equal(expected.Select(row => Content(row.Row)));
    }

    [Fact]
    public async Task A_file_in_any_order_gives_the_documents_of_the_ordered_file()
    {
        var random = new Random(7);
        var ordered = Enumerable.Range(0, 300).Select(n => $"{n / 3},2020-01-01,S1,I{n},1,{n}").ToArray();
        await this.desk.FinishAsync(this.desk.Rows(ordered));
        using var other = new ImportDesk();
        random.Shuffle(ordered);
        var path = other.Rows(ordered);
        var mapping = ImportDesk.Small(("\"source\": {}", "\"source\": {}, \"sort\": true"));
        var result = await other.FinishAsync(path, mapping);

        result.RejectFile.Should().BeNull();
        Figures(other).Should().BeEquivalentTo(Figures(this.desk));
        other.Leftovers().Should().BeEmpty();
    }

    [Fact]
    public void Repeated_numbers_are_found_whether_or_not_they_spill() =>
        Gen.Int[0, 60].Array[0, 200].Sample(numbers =>
        {
            using var spill = new HashSpill(this.desk.TempFolder, runLength: 16);
            foreach (var number in numbers)
            {
                spill.Add((ulong)number);
            }

            var expected = numbers.GroupBy(number => number)
                .Where(group => group.Count() > 1)
                .Select(group => (ulong)group.Key);
            return spill.Repeated(CancellationToken.None).ToHashSet().SetEquals(expected);
        });

    private static string Content(Row row) => $"{row.Line}|{string.Join('|', row.Cells)}|{row.Filled}|{row.Fault}";

    private static IEnumerable<string> Figures(ImportDesk desk) => desk.Book.Documents.Select(document =>
        $"{document.DocumentNo}: {string.Join(' ', document.Lines.Select(line => line.ItemCode).Order())}");
}
