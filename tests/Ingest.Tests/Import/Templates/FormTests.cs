using Analytics.Ingest.Import.Templates;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>What each kind takes is asked of the book.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("sale", "goods", "payment", "count")]
    [InlineData("day_close", "count", "count", "goods")]
    [InlineData("expense", "money", "money", "settles")]
    [InlineData("purchase_inquiry", "goods", "quote", "coupon")]
    [InlineData("insurance_claim", "fund", "settles", "money")]
    [InlineData("write_off", "settles", "against", "goods")]
    public void A_kind_has_the_lists_it_takes_and_no_others(string kind, string main, string has, string hasNot)
    {
        var form = KindForm.Find(kind)!;

        form.Main!.Name.Should().Be(main);
        form.FindPart(has).Should().NotBeNull();
        form.FindPart(hasNot).Should().BeNull();
    }

    [Theory]
    [InlineData("transfer", "to_depot", true)]
    [InlineData("sale", "to_depot", false)]
    [InlineData("sale", "rest_account", true)]
    [InlineData("sale", "insurance_visit_no", true)]
    [InlineData("purchase_order", "insurance_visit_no", false)]
    [InlineData("assembly", "fee_amount", true)]
    [InlineData("sale", "fee_amount", false)]
    [InlineData("quotation", "valid_until", true)]
    [InlineData("expense", "valid_until", false)]
    [InlineData("sales_invoice", "invoice_no", true)]
    [InlineData("sale", "invoice_no", false)]
    public void A_kind_has_the_columns_it_takes_and_no_others(string kind, string column, bool isTaken) =>
        KindForm.Find(kind)!.Head.Columns.ContainsKey(column).Should().Be(isTaken);

    [Theory]
    [InlineData("voucher_sale", "voucher_from", true)]
    [InlineData("sale", "voucher_from", false)]
    [InlineData("assembly", "made_share", true)]
    [InlineData("sale", "made_share", false)]
    [InlineData("bin_move", "to_bin", true)]
    [InlineData("sale", "to_bin", false)]
    [InlineData("sale", "takes_price", true)]
    [InlineData("transfer", "takes_price", false)]
    public void A_line_has_the_columns_its_kind_takes_and_no_others(string kind, string column, bool isTaken) =>
        KindForm.Find(kind)!.Main!.Columns.ContainsKey(column).Should().Be(isTaken);
}
