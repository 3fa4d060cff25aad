using System.Text;
using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Tests.Import;

public sealed class MappingTests : IDisposable
{
    private readonly ImportDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void The_shipped_mappings_are_sound()
    {
        var catalog = MappingCatalog.Load();
        catalog.Errors.Should().BeEmpty();
        catalog.Mappings.Select(mapping => mapping.Name).Should().Equal("northwind", "superstore");
    }

    [Fact]
    public async Task The_mapping_that_the_readme_explains_is_sound_and_its_functions_are_all_there_are()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(RealData.Repository, "ingest", "Import", "README.md"));
        ImportDesk.Map(readme.Split("```json")[1].Split("```")[0]).Name.Should().Be("sales");
        readme.Should().ContainAll(Analytics.Ingest.Import.Expressions.Function.Names);
    }

    [Theory]
    [InlineData("\"source\": {}", "\"sauce\": {}", ":3: unknown key 'sauce'")]
    [InlineData("\"source\": {}", "\"source\": { \"shet\": \"a\" }", ":3: unknown key 'shet'")]
    [InlineData("\"name\": \"small\",", "", "keys missing in the mapping: 'name'")]
    [InlineData("\"source\": {}", "\"source\": { \"format\": \"xls\" }",
        ":3: source.format: 'xls' is not one of csv, xlsx")]
    [InlineData("\"source\": {}", "\"source\": { \"encoding\": \"big5\" }", ":3: source.encoding: 'big5'")]
    [InlineData("\"source\": {}", "\"source\": { \"delimiter\": \"||\" }", ":3: source.delimiter: must be one")]
    [InlineData("\"source\": {}", "\"source\": { \"file\": \"../x.csv\" }", ":3: source.file: must be a file name")]
    [InlineData("\"source\": {}", "\"source\": { \"header_row\": 0 }", ":3: source.header_row")]
    [InlineData("\"source\": {}", "\"source\": {}, \"numbers\": { \"thousands\": \".\" }", ":3: numbers.thousands")]
    [InlineData("\"'sale'\"", "\"'sell'\"", ":5: document.kind: 'sell' is not one of opening_stock")]
    [InlineData("\"net_amount\": \"amount\"", "\"net_amount\": \"amount -\"", ":10: lines.net_amount: at character 9")]
    [InlineData("yyyy-MM-dd", "HH:mm", ":7: document.date.formats: 'HH:mm' must hold y, M and d")]
    [InlineData("\"source\": {}",
        "\"source\": {}, \"joins\": [{ \"name\": \"a\", \"file\": \"b/c\", \"on\": \"no\", \"key\": \"k\" }]",
        ":3: joins[0].file: must be a file name")]
    [InlineData("{\n  \"name\"", "{\n  name", "test.map.json:2: ")]
    public void A_mapping_that_is_wrong_says_where_and_what(string old, string wrong, string message)
    {
        var json = ImportDesk.SmallMap.ReplaceLineEndings("\n").Replace(old, wrong, StringComparison.Ordinal);
        json.Should().NotBe(ImportDesk.SmallMap);
        Errors(json).Should().ContainSingle().Which.Should().Contain(message);
    }

    [Fact]
    public void All_mistakes_of_a_mapping_are_said_at_once()
    {
        var json = ImportDesk.SmallMap.Replace("\"qty\": \"qty\"", "\"qty\": \"(\"", StringComparison.Ordinal)
            .Replace("\"code\": \"'S1'\"", "\"code\": \"'S1\"", StringComparison.Ordinal)
            .Replace("'sale'", "'sell'", StringComparison.Ordinal);
        Errors(json).Should().HaveCount(3);
    }

    [Fact]
    public void A_file_is_matched_to_the_mapping_whose_columns_it_has()
    {
        var (path, folder) = Own(("a.map.json", ImportDesk.SmallMap));
        MappingCatalog.Load(folder).Choose(path, desk.TempFolder, CancellationToken.None)
            .Should().BeOfType<MappingChoice.Found>().Which.Mapping.Name.Should().Be("small");
    }

    [Fact]
    public void A_file_that_fits_several_mappings_names_them()
    {
        var (path, folder) = Own(
            ("a.map.json", ImportDesk.SmallMap),
            ("b.map.json", ImportDesk.SmallMap.Replace("small", "other", StringComparison.Ordinal)));
        MappingCatalog.Load(folder).Choose(path, desk.TempFolder, CancellationToken.None)
            .Should().BeOfType<MappingChoice.None>().Which.Reason.En
            .Should().Be("rows.csv: several mappings fit the file: other, small: give one by --map");
    }

    [Fact]
    public void A_file_that_fits_none_says_so()
    {
        var path = desk.Write("other.csv", "a,b\n1,2\n");
        MappingCatalog.Load().Choose(path, desk.TempFolder, CancellationToken.None)
            .Should().BeOfType<MappingChoice.None>().Which.Reason.En.Should().StartWith("other.csv: no mapping fits");
    }

    [Fact]
    public void Two_mappings_of_one_name_and_a_broken_one_are_reported()
    {
        var (_, folder) = Own(
            ("a.map.json", ImportDesk.SmallMap), ("b.map.json", ImportDesk.SmallMap), ("c.map.json", "{"));
        MappingCatalog.Load(folder).Errors.Should().HaveCount(2)
            .And.Contain(error => error.Contains("name 'small' is also that of", StringComparison.Ordinal));
    }

    private (string Path, string Folder) Own(params (string Name, string Json)[] maps)
    {
        foreach (var (name, json) in maps)
        {
            desk.Write(name, json);
        }

        var path = desk.Rows("1,2020-01-01,S1,A,1,1");
        return (path, Path.GetDirectoryName(path)!);
    }

    private static List<string> Errors(string json)
    {
        var errors = new List<string>();
        MappingReader.Read("test.map.json", Encoding.UTF8.GetBytes(json), errors).Should().BeNull();
        return errors;
    }
}
