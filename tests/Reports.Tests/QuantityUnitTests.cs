using System.Globalization;
using Analytics.Ledger;
using static Analytics.Reports.Tests.SmallCompany;

namespace Analytics.Reports.Tests;

/// <summary>Quantities in the large unit and in both (大小混排), against the same told in plain C# from those in the base
/// unit: by whole packs and a rest.</summary>
public sealed class QuantityUnitTests : IAsyncLifetime
{
    private static readonly string[] Reports = ["stock/on_hand", "stock/summary", "stock/journal", "sales/detail"];

    /// <summary>Packs of items by code; W is sold by weight, N has none.</summary>
    private static readonly Dictionary<string, (string Pack, decimal Factor, string Base)> Units = new()
    {
        ["P12"] = ("箱", 12, "盒"), ["P7"] = ("件", 7, "支"), ["P160"] = ("箱", 160, "片"), ["W"] = ("袋", 2.5m, "公斤"),
        ["N"] = ("", 1, "盒"),
    };

    private SmallCompany company = null!;

    public async Task InitializeAsync() => company = await CreateAsync(Submissions());

    public async Task DisposeAsync() => await company.DisposeAsync();

    [Fact]
    public async Task Every_quantity_is_that_in_the_base_unit_told_in_packs()
    {
        foreach (var id in Reports)
        {
            string[] range = id is "stock/on_hand" or "stock/summary" ? [] : ["period=this_year"];
            var plain = await company.AnswerAsync(id, range);
            var large = await company.AnswerAsync(id, [.. range, "unit=large"]);
            var mixed = await company.AnswerAsync(id, [.. range, "unit=mixed"]);
            plain.Rows.Should().NotBeEmpty();
            plain.Columns.Should().NotContain(column => column.Name.StartsWith("pack_", StringComparison.Ordinal));
            foreach (var column in plain.Columns.Where(column => column.Unit == "base unit"))
            {
                for (var row = 0; row < plain.Rows.Count; row++)
                {
                    var (item, qty) = (
                        plain.Text(plain.Rows[row], "item_code"), plain.Number(plain.Rows[row], column.Name));
                    large.Number(large.Rows[row], column.Name).Should().Be(InPacks(item, qty), "{0} {1}", id, item);
                    mixed.Text(mixed.Rows[row], column.Name).Should().Be(InBoth(item, qty), "{0} {1}", id, item);
                    large.Text(large.Rows[row], "base_unit").Should().Be(
                        Units[item].Pack.Length > 0 ? Units[item].Pack : Units[item].Base);
                }
            }
        }
    }

    [Fact]
    public async Task A_text_that_is_mixed_reads_as_people_write_it()
    {
        var mixed = await company.AnswerAsync("stock/on_hand", "unit=mixed");
        mixed.Rows.Select(row => mixed.Text(row, "closing_qty")).Should().Contain(["3箱5盒", "-2件1支", "1袋1.25公斤"]);
        mixed.Columns.Single(column => column.Name == "closing_qty").Type.Should().Be(ColumnType.Text);
    }

    private static decimal InPacks(string item, decimal qty) => Units[item] is { Pack: "", Base: _ } ? qty
        : decimal.Round(qty / Units[item].Factor, 4, MidpointRounding.AwayFromZero);

    private static string InBoth(string item, decimal qty)
    {
        var (pack, factor, unit) = Units[item];
        if (pack.Length == 0)
        {
            return Shown(qty) + unit;
        }
        var packs = Math.Floor(Math.Abs(qty) / factor);
        var rest = Math.Abs(qty) - (packs * factor);
        return (qty < 0 ? "-" : "") + (packs > 0 ? Shown(packs) + pack : "")
            + (rest != 0 || qty == 0 ? Shown(rest) + unit : "");
    }

    private static string Shown(decimal figure) => figure.ToString("0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<Submission> Submissions()
    {
        foreach (var master in Masters().Append(new StoreMaster("S", "店") { MayGoNegative = true }))
        {
            yield return master;
        }
        foreach (var (code, (pack, factor, unit)) in Units)
        {
            yield return new ItemMaster(code, code, "K")
            {
                TaxRate = 0.13m, BaseUnit = unit,
                PackUnit = pack, PackFactor = factor,
            };
        }
        yield return Of(DocumentKind.PurchaseReceipt, "R1", "S", At(3, 1), Line("P12", 41, 410, 0.13m));
        yield return Of(DocumentKind.PurchaseReceipt, "R2", "S", At(3, 1), Line("P7", 20, 200, 0.13m));
        yield return Of(DocumentKind.PurchaseReceipt, "R3", "S", At(3, 1), Line("P160", 161, 161, 0.13m));
        yield return Of(DocumentKind.PurchaseReceipt, "R4", "S", At(3, 1), Line("W", 5, 50, 0.13m));
        yield return Of(DocumentKind.PurchaseReceipt, "R5", "S", At(3, 1), Line("N", 30, 300, 0.13m));
        yield return Of(DocumentKind.Sale, "X2", "S", At(3, 2), Line("P7", 35, 700, 0.13m));
        yield return Of(DocumentKind.Sale, "X3", "S", At(3, 2), Line("P160", 1, 2, 0.13m));
        yield return Of(DocumentKind.Sale, "X4", "S", At(3, 3), Line("W", 1.25m, 40, 0.13m));
        yield return Of(DocumentKind.Sale, "X5", "S", At(3, 3), Line("N", 1, 40, 0.13m));
        yield return Of(DocumentKind.Sale, "X6", "S", At(3, 4), Line("P12", 24, 900, 0.13m));
        yield return Of(DocumentKind.PurchaseReceipt, "R6", "S", At(3, 5), Line("P12", 24, 250, 0.13m));
    }
}
