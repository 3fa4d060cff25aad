using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class NameTests
{
    [Fact]
    public void Types_are_named_after_what_they_are() => Judge.Holds(NameRules.Types);

    [Fact]
    public void Folders_are_named_after_what_they_hold() => Judge.Holds(NameRules.Folders);

    [Fact]
    public void Tests_are_named_by_sentences() => Judge.Holds(NameRules.Tests);

    [Fact]
    public void A_vague_type_name_is_found() =>
        Judge.Finds(NameRules.Types, ["a.cs:1", "a.cs:2"],
            ("a.cs", "class SalesService;\nenum DateUtils { A }\nclass ServiceDesk;\n"));

    [Fact]
    public void A_vague_folder_is_found() =>
        Judge.Finds(NameRules.Folders, ["model/Common:1"], ("model/Common/a.cs", ""), ("model/Commonwealth/a.cs", ""));

    [Fact]
    public void A_test_named_by_a_word_is_found_and_a_method_that_is_no_test_is_not()
    {
        Judge.Finds(NameRules.Tests, ["tests/a.cs:2", "tests/a.cs:3"],
            ("tests/a.cs", """
                class A {
                  [Fact] void Works() { }
                  [SkippableTheory, InlineData(1)] void it_works(int x) { }
                  [Fact] void It_works() { }
                  void Setup() { }
                }
                """));
    }
}
