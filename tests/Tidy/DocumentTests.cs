using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class DocumentTests
{
    private const string Commands = "dotnet run -c Release --project jobs/Host -- demo\n./test.sh\n";

    [Fact]
    public void Every_project_has_a_readme() => Judge.Holds(DocumentRules.ProjectsHaveReadme);

    [Fact]
    public void Every_document_has_one_title() => Judge.Holds(DocumentRules.OneTitle);

    [Fact]
    public void The_two_readmes_say_the_same() => Judge.Holds(DocumentRules.LanguagesAgree);

    [Fact]
    public void Links_lead_somewhere() => Judge.Holds(DocumentRules.LinksLead);

    [Fact]
    public void Nothing_speaks_of_how_it_was_made() => Judge.Holds(DocumentRules.ForeignWords);

    [Fact]
    public void Nothing_is_left_over() => Judge.Holds(DocumentRules.LeftOvers);

    [Fact]
    public void A_missing_readme_is_found()
    {
        Judge.Finds(DocumentRules.ProjectsHaveReadme, ["reports/README.md:1"],
            ("reports/Reports.csproj", "<Project />"),
            ("ingest/Ingest.csproj", "<Project />"),
            ("ingest/README.md", "# Ingest\n"),
            ("tests/Tidy/Tidy.csproj", "<Project />"));
    }

    [Fact]
    public void No_title_and_two_titles_are_found_and_code_does_not_count()
    {
        Judge.Finds(DocumentRules.OneTitle, ["a.md:1", "b.md:1"],
            ("a.md", "text\n## Part\n"), ("b.md", "# A\n# B\n"), ("c.md", "# A\n```\n# comment\n```\n"));
    }

    [Fact]
    public void A_link_to_nothing_is_found()
    {
        Judge.Finds(DocumentRules.LinksLead, ["model/Star/README.md:2"],
            ("model/Star/README.md", """
                [a](../../README.md) [b](https://example.org) [c](#part) [d](./x.sql#1) [e](../Ledger/)
                ![f](home.png)
                """),
            ("README.md", "[a](model/Star)"), ("model/Star/x.sql", ""), ("model/Ledger/y.sql", ""));
    }

    [Fact]
    public void Readmes_that_differ_are_found()
    {
        Judge.Finds(DocumentRules.LanguagesAgree, ["README.zh-CN.md:1"], ("README.md", "# A\n" + Commands));
        Judge.Finds(DocumentRules.LanguagesAgree, ["README.zh-CN.md:1", "README.md:1"],
            ("README.md", "# A\n## B\n./test.sh\n"), ("README.zh-CN.md", "# 甲\n### 乙\n" + Commands));
        Judge.FindsNothing(DocumentRules.LanguagesAgree,
            ("README.md", "# A\n## B\n" + Commands), ("README.zh-CN.md", "# 甲\n## 乙\n" + Commands));
    }

    [Theory]
    [InlineData("see /wo", "rk/main")]
    [InlineData("'/tm", "p/x'")]
    [InlineData("as iss", "ue 2 says")]
    [InlineData("as iss", "ue #12 says")]
    [InlineData("../sha", "red/notes")]
    [InlineData("written in this sess", "ion")]
    [InlineData("see desi", "gn.md")]
    [InlineData("desi", "gn decision 4")]
    public void A_word_of_the_making_is_found(string head, string tail) =>
        Judge.Finds(DocumentRules.ForeignWords, ["a.cs:2"], ("a.cs", $"\n// {head}{tail}\n"));

    [Theory]
    [InlineData("a sign-in session ends after a day")]
    [InlineData("rows spill to data/tmp/rows")]
    [InlineData("{folder}/tmp/rows")]
    [InlineData("real data lies in ../shared/data")]
    [InlineData("network/work/home")]
    public void Ordinary_words_are_left_alone(string text) =>
        Judge.FindsNothing(DocumentRules.ForeignWords, ("a.md", text + "\n"));

    [Fact]
    public void A_left_over_mark_is_found() =>
        Judge.Finds(DocumentRules.LeftOvers, ["a.cs:1"], ("a.cs", "// TO" + "DO: later\n// todos are fine\n"));
}
