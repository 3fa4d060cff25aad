using Analytics.Reports.Export;

namespace Analytics.Reports.Tests.Export;

/// <summary>Amounts in words, as the rules for bills and settlement documents (票据和结算凭证) write them.</summary>
public sealed class CapitalAmountTests
{
    [Theory]
    [InlineData("0", "人民币零元整")]
    [InlineData("0.004", "人民币零元整")]
    [InlineData("0.05", "人民币伍分")]
    [InlineData("0.5", "人民币伍角整")]
    [InlineData("0.56", "人民币伍角陆分")]
    [InlineData("1", "人民币壹元整")]
    [InlineData("10", "人民币壹拾元整")]
    [InlineData("325.04", "人民币叁佰贰拾伍元零肆分")]
    [InlineData("1409.50", "人民币壹仟肆佰零玖元伍角整")]
    [InlineData("6007.14", "人民币陆仟零柒元壹角肆分")]
    [InlineData("10005", "人民币壹万零伍元整")]
    [InlineData("16409.02", "人民币壹万陆仟肆佰零玖元零贰分")]
    [InlineData("107000.53", "人民币壹拾万柒仟元伍角叁分")]
    [InlineData("100000000", "人民币壹亿元整")]
    [InlineData("100000001", "人民币壹亿零壹元整")]
    [InlineData("1234567890123.45", "人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分")]
    [InlineData("-12.345", "人民币负壹拾贰元叁角伍分")]
    public void An_amount_is_written_to_the_cent(string amount, string words) =>
        CapitalAmount.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(words);
}
