using System.Globalization;
using Analytics.Ingest;
using Analytics.Star;

namespace Analytics.Fixtures;

/// <summary>A small random generation, written straight into the star's tables, and the rows it was made of.</summary>
/// <remarks>Traps in it: an item and a store that were renamed (two versions), returns, cost adjustments (quantity 0),
/// lines without party or employee, shallow categories, days on which a store sold nothing, two parties of one name.
/// Ids count from 1; −1 is none. The current version's key is id + 1000 for what was renamed, else the id.</remarks>
public sealed class SampleStar
{
    private static readonly string[] Regions = ["华东", "华南", "华北"];
    private static readonly string[] Provinces = ["上海", "广东", "北京"];

    private SampleStar(Manifest manifest, IReadOnlyList<SampleSale> sales)
    {
        Manifest = manifest;
        Sales = sales;
    }

    public Manifest Manifest { get; }

    /// <summary>Every row of fact_sales, in its order.</summary>
    public IReadOnlyList<SampleSale> Sales { get; }

    /// <summary>Builds and publishes a generation in the folder.</summary>
    public static async Task<SampleStar> BuildAsync(
        StarFolder folder, SampleStarOptions options, TimeProvider clock, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var build = await StarBuild.StartAsync(folder, new(), clock, ct);
        var sales = SampleSales.Make(options);
        await SampleStarDims.FillAsync(build, options, ct);
        SampleStarFacts.Fill(build, sales);
        await StarLoad.RollupsAsync(build.Session, 0, ct);
        var last = options.FirstDate.AddDays(options.Days - 1);
        var completeTo = options.CompleteTo ?? new DateTimeOffset(last, new(14, 0), TimeSpan.Zero);
        var head = new LedgerHead(sales.Count + 5000, "sample", completeTo, last);
        return new SampleStar(await build.PublishAsync(head, ct), sales);
    }

    public static string StoreCode(int store) => Code("S", store, 2);

    public static string StoreName(int store) => store == 1 ? "一号店（新）" : Code("门店", store, 2);

    public static string RegionCode(int store) => Regions[store % Regions.Length];

    /// <summary>Department 2 is below 1; every third store has none.</summary>
    public static int DepartmentOf(int store) => store % 3 == 0 ? -1 : store % 3;

    public static string DepartmentCode(int department) => department < 0 ? "" : Code("D", department, 1);

    public static string ItemCode(int item) => Code("P", item, 4);

    public static string ItemName(int item) => item == 1 ? "商品0001（新）" : Code("商品", item, 4);

    public static string Category1Code(int item) => item % 2 == 0 ? "A" : "B";

    /// <summary>Items of branch B have two levels only: the third repeats the second.</summary>
    public static string Category2Code(int item) => Category1Code(item) + (item % 4);

    public static string CategoryCode(int item) =>
        Category1Code(item) == "B" ? Category2Code(item) : Category2Code(item) + (item % 8);

    public static string PartyCode(int party) => party < 0 ? "" : Code("C", party, 3);

    /// <summary>Parties 1 and 2 bear one name: grouping is by code.</summary>
    public static string PartyName(int party) => party < 0 ? "" : Code("客户", party == 2 ? 1 : party, 3);

    public static string PartyClassCode(int party) => party < 0 ? "" : party % 3 == 0 ? "批发" : "会员";

    public static string EmployeeCode(int employee) => employee < 0 ? "" : Code("E", employee, 2);

    public static string ShipProvinceCode(int shipTo) => shipTo < 0 ? "" : Provinces[shipTo % Provinces.Length];

    internal static string Code(string prefix, int number, int digits) =>
        prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
