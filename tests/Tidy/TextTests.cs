using System.Text;
using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class TextTests
{
    [Fact]
    public void Lines_are_short() => Judge.Holds(TextRules.LineLength);

    [Fact]
    public void Files_are_short() => Judge.Holds(TextRules.FileLength);

    [Fact]
    public void Lines_end_in_line_feed_alone() => Judge.Holds(TextRules.LineEnds);

    [Fact]
    public void Files_end_in_one_newline() => Judge.Holds(TextRules.FinalNewline);

    [Fact]
    public void No_file_holds_a_tab() => Judge.Holds(TextRules.Tabs);

    [Fact]
    public void No_line_ends_in_a_space() => Judge.Holds(TextRules.TrailingSpace);

    [Fact]
    public void Files_are_plain_utf8() => Judge.Holds(TextRules.Encoding);

    [Fact]
    public void A_long_line_is_found_by_the_limit_of_its_language()
    {
        Judge.Finds(TextRules.LineLength, ["a.cs:2", "b.sql:1"],
            ("a.cs", new string('x', 120) + "\n" + new string('x', 121) + "\n"),
            ("b.sql", new string('x', 101) + "\n"),
            ("c.md", new string('x', 500) + "\n"));
    }

    [Fact]
    public void A_long_file_is_found()
    {
        Judge.Finds(TextRules.FileLength, ["a.cs:501"],
            ("a.cs", string.Concat(Enumerable.Repeat("x\n", 501))),
            ("b.cs", string.Concat(Enumerable.Repeat("x\n", 500))));
    }

    [Fact]
    public void A_carriage_return_is_found_but_not_in_the_data_of_tests()
    {
        Judge.Finds(TextRules.LineEnds, ["a.sql:2"],
            ("a.sql", "x\nx\r\nx\n"), ("tests/Ingest.Tests/data/trap.csv", "a,b\r\n"));
    }

    [Fact]
    public void A_missing_and_a_doubled_final_newline_are_found()
    {
        Judge.Finds(TextRules.FinalNewline, ["a.cs:2", "b.cs:3"], ("a.cs", "x\nx"), ("b.cs", "x\n\n"), ("c.cs", "x\n"));
    }

    [Fact]
    public void A_tab_is_found() => Judge.Finds(TextRules.Tabs, ["a.cs:2"], ("a.cs", "x\n\tx\n"));

    [Fact]
    public void A_space_at_the_end_of_a_line_is_found() =>
        Judge.Finds(TextRules.TrailingSpace, ["a.md:1"], ("a.md", "x \n\n x\n"));

    [Fact]
    public void A_byte_order_mark_and_bytes_of_another_encoding_are_found()
    {
        var marked = new SourceFile("a.cs", [0xEF, 0xBB, 0xBF, (byte)'x']);
        var foreign = new SourceFile("b.cs", [0xC9, 0xCC, 0xC6, 0xB7]);
        var plain = new SourceFile("c.cs", Encoding.UTF8.GetBytes("商品\n"));

        TextRules.Encoding(new Repository([marked, foreign, plain])).Select(finding => finding.Path)
            .Should().Equal("a.cs", "b.cs");
    }
}
