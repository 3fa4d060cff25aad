using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import;

/// <summary>The shipped mappings on the files they are for.</summary>
public sealed class RealDataTests : IDisposable
{
    private readonly ImportDesk desk = new();

    public void Dispose() => desk.Dispose();

    [SkippableFact]
    public async Task Superstore_comes_in_whole_to_the_last_decimal()
    {
        var path = RealData.Path("superstore.csv");
        var result = await desk.FinishAsync(path, ImportDesk.Shipped("superstore"));

        result.RejectFile.Should().BeNull();
        result.RowsRead.Should().Be(9994);
        result.Counts.DocumentsPosted.Should().Be(5009);
        ByYear(line => line.NetAmount).Should().Equal(
            484247.4981m, 470532.5090m, 609205.5980m, 733215.2552m);
        ByYear(line => line.NetAmount - line.CostAmount!.Value).Should().Equal(
            49543.9741m, 61618.6037m, 81795.1743m, 93439.2696m);
        result.Warnings.Should().ContainSingle()
            .Which.En.Should().StartWith("32 item codes come in more than one spelling");
    }

    [SkippableFact]
    public async Task Superstore_equals_a_naive_reading_of_its_file()
    {
        var path = RealData.Path("superstore.csv");
        await desk.FinishAsync(path, ImportDesk.Shipped("superstore"));

        var naive = NaiveCsv.Records(await File.ReadAllTextAsync(path))
            .GroupBy(row => row["Order Date"][^4..])
            .OrderBy(year => year.Key)
            .Select(year => (
                Sales: year.Sum(row => Number(row["Sales"])), Profit: year.Sum(row => Number(row["Profit"]))))
            .ToList();
        ByYear(line => line.NetAmount).Should().Equal(naive.Select(year => year.Sales));
        ByYear(line => line.NetAmount - line.CostAmount!.Value).Should().Equal(naive.Select(year => year.Profit));
    }

    [SkippableFact]
    public async Task Superstore_again_adds_nothing()
    {
        var path = RealData.Path("superstore.csv");
        await desk.FinishAsync(path, ImportDesk.Shipped("superstore"));
        var again = await desk.FinishAsync(path, ImportDesk.Shipped("superstore"));
        again.Counts.Should().Be(new Analytics.Ingest.Import.ImportCounts { DocumentsAlreadyThere = 5009 });
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Northwind_comes_in_from_its_related_files(bool isFolder)
    {
        var path = RealData.Path("northwind", "order-details.csv");
        var result = await desk.FinishAsync(
            isFolder ? Path.GetDirectoryName(path)! : path, ImportDesk.Shipped("northwind"));

        result.RejectFile.Should().BeNull();
        result.Counts.DocumentsPosted.Should().Be(830);
        result.Warnings.Should().BeEmpty();
        desk.Book.Documents.Sum(document => document.Lines.Sum(line => line.NetAmount.ToDecimal()))
            .Should().Be(1265793.0395m);
        desk.Book.Documents.Select(document => document.ShipTo).Should().NotContain(place => place.Province == "NULL");
        desk.Book.Documents.Single(document => document.DocumentNo == "10250").ShipTo
            .Should().Be(new ShipTo("Brazil", "", "RJ", "Rio de Janeiro"), "commas in addresses are not quoted there");
        desk.Book.Posted.OfType<PartyMaster>().Should().NotContain(party => party.Region.Any(char.IsDigit));
        desk.Book.Posted.OfType<EmployeeMaster>().Should().HaveCount(9);
        desk.Book.Posted.OfType<ItemMaster>().Should().HaveCount(77);
        desk.Book.Posted.OfType<PartyMaster>().Count(party => party.IsSupplier).Should().Be(29);
        desk.Book.Documents.First().BusinessAt.Should().Be(
            new DateTimeOffset(1996, 7, 4, 0, 0, 0, TimeSpan.FromHours(8)));
    }

    [SkippableFact]
    public void Each_real_file_finds_its_mapping_by_its_columns()
    {
        var catalog = Analytics.Ingest.Import.Mappings.MappingCatalog.Load();
        var northwind = RealData.Path("northwind", "order-details.csv");
        foreach (var (path, name) in new[]
        {
            (RealData.Path("superstore.csv"), "superstore"),
            (northwind, "northwind"),
            (Path.GetDirectoryName(northwind)!, "northwind"),
        })
        {
            catalog.Choose(path, desk.TempFolder, CancellationToken.None)
                .Should().BeOfType<Analytics.Ingest.Import.Mappings.MappingChoice.Found>()
                .Which.Mapping.Name.Should().Be(name);
        }
    }

    private List<decimal> ByYear(Func<DocumentLine, Money> amount) =>
    [
        .. desk.Book.Documents
            .GroupBy(document => BusinessDay.Shanghai.Of(document.BusinessAt).Date.Year)
            .OrderBy(year => year.Key)
            .Select(year => year.Sum(document => document.Lines.Sum(line => amount(line).ToDecimal()))),
    ];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
