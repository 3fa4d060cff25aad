using System.Globalization;
using System.Text;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import;

/// <summary>A small file with the traps of the real ones: byte order mark, four decimals, dates that step back, two
/// names for an item, losses, quoted commas, quotes and line breaks.</summary>
public sealed class FixtureTests : IDisposable
{
    private static readonly string Orders = Path.Combine(AppContext.BaseDirectory, "import", "orders.csv");

    private readonly ImportDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Every_row_becomes_the_line_it_says()
    {
        var result = await desk.FinishAsync(Orders, ImportDesk.Shipped("superstore"));

        var rows = NaiveCsv.Records(await File.ReadAllTextAsync(Orders));
        result.RejectFile.Should().BeNull();
        result.RowsRead.Should().Be(rows.Count);
        var expected = rows.Select(row => string.Join('|', row["Order ID"], Date(row["Order Date"]), row["Product ID"],
            Number(row["Quantity"]), Number(row["Sales"]), Number(row["Sales"]) - Number(row["Profit"]),
            row["Region"]));
        var actual = desk.Book.Documents.SelectMany(document => document.Lines.Select(line => string.Join('|',
            document.DocumentNo, BusinessDay.Shanghai.Of(document.BusinessAt).Date, line.ItemCode,
            line.Quantity.ToDecimal(), line.NetAmount.ToDecimal(), line.CostAmount!.Value.ToDecimal(),
            document.ShipTo.Region)));
        actual.Select(Plain).Should().Equal(expected.Select(Plain));
    }

    [Fact]
    public async Task The_first_spelling_of_a_master_wins_and_the_others_are_counted()
    {
        var result = await desk.FinishAsync(Orders, ImportDesk.Shipped("superstore"));

        var rows = NaiveCsv.Records(await File.ReadAllTextAsync(Orders));
        var first = rows.GroupBy(row => row["Product ID"])
            .Select(item => (item.Key, item.First()["Product Name"].Replace('\n', ' ')));
        desk.Book.Posted.OfType<ItemMaster>().Select(item => (item.Code, item.Name)).Should().Equal(first);
        result.Warnings.Should().ContainSingle().Which.En.Should().StartWith("2 item codes");
    }

    [Fact]
    public async Task Masters_come_before_the_documents_that_need_them_and_once()
    {
        await desk.FinishAsync(Orders, ImportDesk.Shipped("superstore"));
        desk.Book.Posted.OfType<StoreMaster>().Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Code = "HQ", MayGoNegative = true, Kind = StoreKind.Store });
        desk.Book.Posted.OfType<PartyMaster>().Select(party => party.Code).Should().OnlyHaveUniqueItems();
        desk.Book.Posted.OfType<CategoryMaster>().Should().Contain(category => category.ParentCode == "Furniture");
    }

    [Fact]
    public async Task The_same_rows_in_gb18030_with_chinese_names_are_read_without_being_told()
    {
        var text = (await File.ReadAllTextAsync(Orders)).Replace("Customer ", "顾客", StringComparison.Ordinal)
            .Replace("顾客ID", "Customer ID", StringComparison.Ordinal)
            .Replace("顾客Name", "Customer Name", StringComparison.Ordinal);
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var path = desk.Write("orders.csv", gb.GetBytes(text));

        await desk.FinishAsync(path, ImportDesk.Shipped("superstore"));
        desk.Book.Posted.OfType<PartyMaster>().Should().OnlyContain(party => party.Name.StartsWith("顾客"));
    }

    [Fact]
    public async Task A_workbook_of_the_same_rows_gives_the_same_documents()
    {
        await desk.FinishAsync(Orders, ImportDesk.Shipped("superstore"));
        using var other = new ImportDesk();
        var path = Path.Combine(Path.GetDirectoryName(other.Write("x", ""))!, "orders.xlsx");
        Workbook.Write(path, NaiveCsv.Read(await File.ReadAllTextAsync(Orders)), "Order Date", "M/d/yyyy");
        var json = await Shipped("superstore");
        await other.FinishAsync(path, ImportDesk.Map(
            json.Replace("\"format\": \"csv\"", "\"format\": \"xlsx\"", StringComparison.Ordinal)));

        other.Book.Posted.Should().HaveCount(desk.Book.Posted.Count);
        other.Book.Documents.Should().BeEquivalentTo(
            desk.Book.Documents, options => options.Excluding(document => document.Source).WithStrictOrdering());
        other.Book.Posted.OfType<ItemMaster>().Should().Equal(desk.Book.Posted.OfType<ItemMaster>());
    }

    [Fact]
    public async Task A_dry_run_posts_nothing_and_says_so()
    {
        var result = await desk.FinishAsync(Orders, ImportDesk.Shipped("superstore"), isDryRun: true);
        desk.Book.Posted.Should().BeEmpty();
        result.Counts.DocumentsPosted.Should().Be(70);
        result.Summary.En.Should().StartWith("dry run, nothing posted: 157 rows");
        result.Summary.Zh.Should().StartWith("试运行");
    }

    internal static async Task<string> Shipped(string name)
    {
        var assembly = typeof(Analytics.Ingest.Import.Importer).Assembly;
        using var reader = new StreamReader(
            assembly.GetManifestResourceStream($"Import/examples/{name}.map.json")!);
        return await reader.ReadToEndAsync();
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Decimals differ in trailing zeros only.</summary>
    private static string Plain(string line) => string.Join('|', line.Split('|').Select(part =>
        decimal.TryParse(part, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : part));
}
