using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Home;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Dashboard.Tests;

public sealed partial class TextsTests
{
    private static readonly Texts Texts = Texts.Load();
    private static readonly string Sources = ReadSources();

    [Fact]
    public void Every_key_used_has_its_texts()
    {
        var used = Use().Matches(Sources).Select(match => match.Groups[1].Value)
            .Concat(Choices.Windows.Select(choice => choice.Text))
            .Distinct().ToList();
        used.Should().HaveCountGreaterThan(50);
        used.Except(Texts.Keys).Should().BeEmpty();
    }

    [Fact]
    public void Every_text_is_used() =>
        Texts.Keys.Where(key => !Sources.Contains($"\"{key}\"", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Both_languages_take_the_same_values() =>
        Texts.Keys.Select(key => Texts[key])
            .Where(label => !Holes(label.Zh).SequenceEqual(Holes(label.En)))
            .Should().BeEmpty();

    [Fact]
    public void English_texts_hold_no_Chinese_and_Chinese_texts_do()
    {
        foreach (var key in Texts.Keys)
        {
            Texts[key].En.Should().NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}", key);
            Texts[key].Zh.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}", key);
        }
    }

    [Fact]
    public void Every_dimension_and_measure_offered_is_in_the_glossary()
    {
        var glossary = Glossary.Load();
        Choices.Dimensions.Concat(Choices.TrendMeasures).Where(name => glossary.Find(name) is null).Should().BeEmpty();
    }

    [Fact]
    public void Every_period_offered_has_its_words() =>
        Choices.Periods.Where(period => period != Choices.CustomPeriod && ReportWords.Period(period) is null)
            .Should().BeEmpty();

    [Theory]
    [InlineData("key|zh|en\na|甲", "texts.csv:2")]
    [InlineData("key|zh|en\na|甲|A\na|乙|B", "texts.csv:3")]
    [InlineData("key|zh|en\na||A", "texts.csv:2")]
    public void A_bad_line_is_named(string text, string place) =>
        FluentActions.Invoking(() => Texts.Parse(text)).Should().Throw<FormatException>().WithMessage($"{place}*");

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Order();

    private static string ReadSources([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "dashboard"));
        var files = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        return string.Concat(files.Select(File.ReadAllText));
    }

    [GeneratedRegex("""(?:[Ff]rame|texts)(?:\[|\.Format\()"([a-z0-9_]+)""")]
    private static partial Regex Use();

    [GeneratedRegex("\\{\\d\\}")]
    private static partial Regex Hole();
}
