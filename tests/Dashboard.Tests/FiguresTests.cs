using System.Globalization;
using Analytics.Dashboard.Home;
using Analytics.Dashboard.Web;

namespace Analytics.Dashboard.Tests;

public sealed class FiguresTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Theory]
    [InlineData("0", "0.00", "元")]
    [InlineData("9999.994", "9,999.99", "元")]
    [InlineData("10000", "1.00", "万元")]
    [InlineData("-123456.789", "-12.35", "万元")]
    [InlineData("99999999", "10,000.00", "万元")]
    [InlineData("100000000", "1.00", "亿元")]
    public void A_tile_switches_at_ten_thousand_and_a_hundred_million(string value, string number, string unit) =>
        Figures.Short(Number(value), isMoney: true, Frame("zh-CN")).Should().Be((number, unit));

    [Theory]
    [InlineData("9999.5", "9,999.50", "CNY")]
    [InlineData("12345.6", "12.35K", "CNY")]
    [InlineData("-1234567", "-1.23M", "CNY")]
    [InlineData("2500000000", "2.50B", "CNY")]
    public void In_English_it_counts_in_thousands(string value, string number, string unit) =>
        Figures.Short(Number(value), isMoney: true, Frame("en-US")).Should().Be((number, unit));

    [Fact]
    public void A_quantity_has_no_currency() =>
        Figures.Short(12345, isMoney: false, Frame("zh-CN")).Should().Be(("1.23", "万"));

    [Fact]
    public void Zero_is_blank_and_nothing_to_compare_is_a_dash()
    {
        Figures.Amount(0, Chinese).Should().BeEmpty();
        Figures.Amount(null, Chinese).Should().Be("–");
        Figures.Amount(-1234.5m, Chinese).Should().Be("-1,234.50");
        Figures.Rate(0.12345m, Chinese).Should().Be("12.3%");
    }

    [Theory]
    [InlineData("0.123", "▲", "12.3%", "rise")]
    [InlineData("-0.5", "▼", "50.0%", "fall")]
    [InlineData("0", "", "0.0%", "flat")]
    [InlineData("0.0004", "", "0.0%", "flat")]
    [InlineData("-0.0005", "▼", "0.1%", "fall")]
    public void A_movement_says_its_direction_once(string rate, string arrow, string size, string style) =>
        Figures.Growth(Number(rate), Chinese).Should().Be(new Movement(arrow, size, style));

    [Fact]
    public void Without_a_base_there_is_no_movement() =>
        Figures.Growth(null, Chinese).Should().Be(new Movement("", "–", ""));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Frame Frame(string culture) => new()
    {
        Culture = CultureInfo.GetCultureInfo(culture),
        Company = "",
        UserName = null,
        Url = "/",
        RiseClass = "",
        Texts = Texts.Load(),
        Assets = Assets.Load(),
    };
}
