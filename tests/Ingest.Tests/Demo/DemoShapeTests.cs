using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Demo;

/// <summary>The figures of the demo company look like those of a company.</summary>
public sealed class DemoShapeTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    // 春节, from the almanac.
    private static readonly DateOnly[] SpringFestivals = [new(2024, 2, 10), new(2025, 1, 29), new(2026, 2, 17)];

    private double RetailPerDay => demo.RetailLines.Values.Average();

    [Fact]
    public void No_sale_takes_more_than_there_is() => demo.Shortages.Should().BeEmpty();

    [Fact]
    public void Stock_covers_weeks_not_years() =>
        (demo.StockValue / (demo.LastCost / 90)).Should().BeInRange(20, 200);

    [Fact]
    public void Purchases_are_orders_not_single_pieces() => demo.PurchaseLines.Should().BeLessThan(DemoFixture.Lines);

    [Fact]
    public void The_masters_are_those_of_a_chain()
    {
        demo.Masters.OfType<ItemMaster>().Select(item => item.Name + item.Specification).Should().OnlyHaveUniqueItems();
        demo.Masters.OfType<StoreMaster>().Count(store => store.Kind == StoreKind.Store).Should().Be(8);
        demo.Masters.OfType<StoreMaster>().Where(store => store.MayGoNegative).Should().BeEmpty();
        demo.Masters.OfType<PartyMaster>().Where(party => party.IsSupplier).Should().HaveCount(26);
        var codes = demo.Masters.OfType<PartyMaster>().Select(party => party.Code);
        codes.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Categories_have_three_levels_and_items_stand_on_the_third()
    {
        var parents = demo.Masters.OfType<CategoryMaster>()
            .ToDictionary(master => master.Code, master => master.ParentCode);
        int Level(string code) => parents[code].Length == 0 ? 1 : 1 + Level(parents[code]);

        parents.Keys.Select(Level).Distinct().Order().Should().Equal(1, 2, 3);
        demo.Masters.OfType<ItemMaster>().Select(item => item.CategoryCode).Distinct()
            .Should().BeEquivalentTo(parents.Keys.Where(code => Level(code) == 3));
    }

    [Fact]
    public void Names_are_Chinese()
    {
        var names = demo.Masters.Select(master => master switch
        {
            ItemMaster item => item.Name,
            PartyMaster party => party.Name,
            EmployeeMaster employee => employee.Name,
            StoreMaster store => store.Name,
            CategoryMaster category => category.Name,
            TenderMaster tender => tender.Name,
            MemberLevelMaster level => level.Name,
            _ => "无",
        });

        names.Where(name => !name.Any(letter => letter is >= '一' and <= '鿿')).Should().BeEmpty();
    }

    [Fact]
    public void Before_Spring_Festival_stores_are_full_and_on_the_day_they_are_shut()
    {
        foreach (var festival in SpringFestivals)
        {
            Lines(festival, -14, -2).Should().BeGreaterThan(1.35 * Lines(festival, -60, -30));
            demo.RetailLines.Should().NotContainKey(festival);
            Lines(festival, 1, 4).Should().BeLessThan(0.6 * RetailPerDay);
        }
    }

    [Fact]
    public void Weekends_are_busier_than_weekdays()
    {
        var weekend = demo.RetailLines.Where(day => day.Key.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        var weekday = demo.RetailLines.Where(day => day.Key.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday);

        (weekend.Average(day => day.Value) / weekday.Average(day => day.Value)).Should().BeInRange(1.15, 1.45);
    }

    [Fact]
    public void Evenings_are_busier_than_afternoons_and_nobody_buys_at_night()
    {
        demo.HourLines[18].Should().BeGreaterThan((int)(1.4 * demo.HourLines[13]));
        demo.HourLines.Where((_, hour) => hour is < 8 or > 21).Should().OnlyContain(lines => lines == 0);
    }

    [Fact]
    public void Cold_medicine_sells_in_winter_and_drinks_in_summer()
    {
        MonthOf("0101", 1).Should().BeGreaterThan(1.8 * MonthOf("0101", 7));
        MonthOf("050101", 7).Should().BeGreaterThan(2.0 * MonthOf("050101", 1));
    }

    [Fact]
    public void The_company_grows_by_about_eight_per_cent_a_year_and_stores_differ()
    {
        var years = Enumerable.Range(0, 3)
            .Select(year => (double)demo.StoreLines.Where(row => row.Key.Year == year).Sum(row => row.Value)).ToArray();

        (years[1] / years[0]).Should().BeInRange(1.05, 1.12);
        (years[2] / years[1]).Should().BeInRange(1.05, 1.12);
        Growth("S04").Should().BeLessThan(0.97);
        Growth("S03").Should().BeGreaterThan(1.04);
        demo.StoreLines.Should().NotContainKey(("S08", 0));
        demo.StoreLines.Should().ContainKey(("S08", 1));
    }

    [Fact]
    public void A_fifth_of_the_items_makes_most_of_the_lines()
    {
        var ordered = demo.ItemLines.Values.OrderDescending().ToList();
        var items = demo.Masters.OfType<ItemMaster>().Count();

        ((double)ordered.Take(items / 5).Sum() / DemoFixture.Lines).Should().BeInRange(0.5, 0.8);
        ordered.Should().HaveCountGreaterThan(items * 9 / 10);
    }

    [Fact]
    public void Medicine_earns_more_than_general_goods()
    {
        MarginOf("01").Should().BeInRange(0.25m, 0.45m);
        MarginOf("04").Should().BeInRange(0.12m, 0.25m);
        MarginOf("05").Should().BeInRange(0.12m, 0.25m);
    }

    [Fact]
    public void About_one_and_a_half_per_cent_comes_back_most_of_it_with_its_ticket()
    {
        ((double)demo.Returns.Count / DemoFixture.Lines).Should().BeInRange(0.012, 0.018);
        var unlinked = demo.Returns.Count(document => document.OriginalNo.Length == 0);
        ((double)unlinked / demo.Returns.Count).Should().BeInRange(0.05, 0.12);
    }

    [Fact]
    public void A_linked_return_takes_back_no_more_than_its_line()
    {
        foreach (var back in demo.Returns.Where(document => document.OriginalNo.Length > 0))
        {
            var line = back.Lines.Should().ContainSingle().Subject;
            var sold = demo.Sales[back.OriginalNo].Lines[line.OriginalLineNo - 1];
            line.ItemCode.Should().Be(sold.ItemCode);
            line.NetAmount.Should().BeLessThanOrEqualTo(sold.NetAmount);
            back.BusinessAt.Should().BeAfter(demo.Sales[back.OriginalNo].BusinessAt);
            back.PartyCode.Should().Be(demo.Sales[back.OriginalNo].PartyCode);
        }
    }

    [Fact]
    public void Tax_is_the_rate_of_the_item_to_the_cent()
    {
        var rates = demo.Masters.OfType<ItemMaster>().ToDictionary(item => item.Code, item => item.TaxRate);
        rates.Values.Distinct().Should().BeEquivalentTo([0.13m, 0.09m, 0m]);
        bool IsRight(DocumentLine line)
        {
            var gross = line.NetAmount.ToDecimal() + line.TaxAmount.ToDecimal();
            var net = Math.Round(gross / (1 + rates[line.ItemCode]), 2, MidpointRounding.AwayFromZero);
            return line.NetAmount.ToDecimal() == net && net > 0;
        }

        demo.Sales.Values.SelectMany(sale => sale.Lines).Where(line => !IsRight(line)).Should().BeEmpty();
    }

    [Fact]
    public void Members_buy_about_half_and_wholesale_is_on_account_in_bulk()
    {
        var retail = demo.Sales.Values.Where(sale => sale.DepotCode.Length == 0).ToList();
        var wholesale = demo.Sales.Values.Where(sale => sale.DepotCode.Length > 0).ToList();
        decimal Pieces(Document sale) => sale.Lines.Sum(line => line.Quantity.ToDecimal());

        ((double)retail.Count(sale => sale.PartyCode[0] == 'M') / retail.Count).Should().BeInRange(0.5, 0.62);
        retail.Where(sale => sale.Tender != Tender.Cash).Should().BeEmpty();
        wholesale.Where(sale => sale.Tender != Tender.Account || sale.PartyCode[0] != 'W').Should().BeEmpty();
        wholesale.Average(Pieces).Should().BeGreaterThan(10 * retail.Average(Pieces));
    }

    private double Lines(DateOnly festival, int from, int to) =>
        Enumerable.Range(from, to - from + 1)
            .Average(day => demo.RetailLines.GetValueOrDefault(festival.AddDays(day)));

    private double MonthOf(string category, int month) =>
        demo.Masters.OfType<ItemMaster>()
            .Where(item => item.CategoryCode.StartsWith(category, StringComparison.Ordinal))
            .Sum(item => demo.ItemMonthLines.GetValueOrDefault((item.Code, month)));

    private double Growth(string store) =>
        (double)demo.StoreLines[(store, 2)] / demo.StoreLines[(store, 1)];

    private decimal MarginOf(string category)
    {
        var items = demo.RetailMargins
            .Where(row => demo.Item(row.Key).CategoryCode.StartsWith(category, StringComparison.Ordinal)).ToList();
        return 1 - (items.Sum(row => row.Value.Cost) / items.Sum(row => row.Value.Net));
    }
}
