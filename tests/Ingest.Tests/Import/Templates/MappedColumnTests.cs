using System.Text;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>A mapping that names columns of templates beside its own keys.</summary>
public sealed class MappedColumnTests : IDisposable
{
    private readonly ImportDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_mapping_fills_whatever_else_document_and_lines_take()
    {
        var path = desk.Write("rows.csv", ImportDesk.Head + ",原价,到期,箱\n1,2020-01-01,S1,A,2,9,10,2020-02-01,1\n");

        var result = await desk.FinishAsync(path, With(
            """, "columns": { "备注": "'第' & no & '单'", "due_date": "到期" }""",
            """, "columns": { "discount_amount": "number(箱) * 0.5", "原价额": "原价" }"""));

        result.RejectFile.Should().BeNull();
        var document = desk.Book.Documents.Should().ContainSingle().Subject;
        document.Note.Should().Be("第1单");
        document.DueDate.Should().Be(new DateOnly(2020, 2, 1));
        document.Lines.Single().Should().BeEquivalentTo(
            new { ListAmount = Money.Round(10), DiscountAmount = Money.Round(0.5m) });
    }

    [Theory]
    [InlineData("""{ "due_date": "'tomorrow'" }""", "{}", "columns.due_date: 'tomorrow' will not do")]
    [InlineData("""{ "to_depot": "'S1'" }""", "{}", "columns.to_depot: the kind of document does not take it")]
    [InlineData("{}", """{ "made_share": "1" }""", "columns.made_share: the kind of document does not take it")]
    public async Task What_the_kind_does_not_take_is_refused_row_by_row(string head, string lines, string reason)
    {
        var mapping = With($", \"columns\": {head}", $", \"columns\": {lines}");
        var result = await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,2,9"), mapping);

        ImportDesk.Rejects(result).Should().ContainSingle().Which[3].Should().Contain(reason);
    }

    [Fact]
    public void A_name_that_no_template_has_is_an_error_of_the_mapping()
    {
        var errors = new List<string>();
        const string Store = "\"store\": \"store\"";
        var json = ImportDesk.SmallMap.Replace(
            Store, Store + ", \"columns\": { \"colour\": \"no\" }", StringComparison.Ordinal);

        MappingReader.Read("own.map.json", Encoding.UTF8.GetBytes(json), errors).Should().BeNull();

        errors.Should().ContainSingle().Which.Should()
            .StartWith("own.map.json:8: document.columns.colour: no template has such a column");
    }

    private static Mapping With(string head, string lines) => ImportDesk.Small(
        ("\"store\": \"store\"", "\"store\": \"store\"" + head),
        ("\"net_amount\": \"amount\"", "\"net_amount\": \"amount\"" + lines));
}
