using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class ShapeTests
{
    private const string Project = "model/Ledger/Ledger.csproj";

    [Fact]
    public void Methods_are_short() => Judge.Holds(ShapeRules.MethodLength);

    [Fact]
    public void Parameters_are_few() => Judge.Holds(ShapeRules.ParameterCount);

    [Fact]
    public void A_file_has_one_public_type() => Judge.Holds(ShapeRules.OnePublicType);

    [Fact]
    public void A_file_is_named_after_its_type() => Judge.Holds(ShapeRules.FileName);

    [Fact]
    public void Classes_are_closed() => Judge.Holds(ShapeRules.ClosedClasses);

    [Fact]
    public void Namespaces_follow_the_folders() => Judge.Holds(ShapeRules.Namespaces);

    [Fact]
    public void There_are_no_regions() => Judge.Holds(ShapeRules.Regions);

    [Fact]
    public void An_interface_has_at_least_two_types() => Judge.Holds(ShapeRules.Interfaces);

    [Theory]
    [InlineData("class A { void M()\n{\n", "} }", 1)]
    [InlineData("class A { A()\n{\n", "} }", 1)]
    [InlineData("class A { void M() { void Inner()\n{\n", "} } }", 2)]
    [InlineData("", "", 1)]
    public void A_body_of_71_lines_is_found_and_one_of_70_is_not(string open, string close, int found)
    {
        var fixedLines = open.Length > 0 ? 3 : 0;

        Judge.Finds(ShapeRules.MethodLength, [.. Enumerable.Repeat("a.cs:1", found)],
            ("a.cs", open + Statements(71 - fixedLines) + close));
        Judge.FindsNothing(ShapeRules.MethodLength, ("a.cs", open + Statements(70 - fixedLines) + close));
    }

    [Fact]
    public void A_sixth_parameter_is_found_unless_its_shape_is_given()
    {
        Judge.Finds(ShapeRules.ParameterCount, ["a.cs:1", "a.cs:2", "a.cs:3"],
            ("a.cs", """
                class A(int a, int b, int c, int d, int e, int f) {
                  A(int a, int b, int c, int d, int e, int f, int g) { }
                  void M(int a, int b, int c, int d, int e, int f) { }
                  void N(int a, int b, int c, int d, int e) { }
                  [Theory] void T(int a, int b, int c, int d, int e, int f) { }
                  override void O(int a, int b, int c, int d, int e, int f) { }
                }
                record R(int a, int b, int c, int d, int e, int f);
                """));
    }

    [Fact]
    public void A_second_public_type_is_found_and_a_nested_one_is_not()
    {
        Judge.Finds(ShapeRules.OnePublicType, ["A.cs:3"],
            ("A.cs", "namespace X;\npublic class A { public class Inner; }\npublic enum B;\ninternal class C;\n"));
    }

    [Fact]
    public void A_file_named_otherwise_than_its_type_is_found()
    {
        Judge.Finds(ShapeRules.FileName, ["B.cs:1", "D.cs:1"],
            ("A.cs", "internal class Other; public class A;"),
            ("A.Compare.cs", "public partial class A;"),
            ("B.cs", "internal class B; public class A;"),
            ("D.cs", "enum E;"),
            ("Program.cs", "return 0;"));
    }

    [Fact]
    public void An_open_class_or_record_is_found()
    {
        Judge.Finds(ShapeRules.ClosedClasses, ["a.cs:1", "a.cs:2", "a.cs:3"],
            ("a.cs", """
                public class A { public sealed class Inner; }
                public record B;
                sealed class C { private record Nested; }
                abstract class D; static class E; record struct F; struct G; sealed record H;
                partial class I;
                """),
            ("b.cs", "sealed partial class I;"));
    }

    [Fact]
    public void A_namespace_of_another_folder_is_found()
    {
        Judge.Finds(ShapeRules.Namespaces,
            [
                "model/Ledger/verify/B.cs:1", "model/Ledger/Posting/C.cs:1",
                "model/Ledger/D.cs:1", "model/Ledger/E.cs:1", "model/Ledger/F.cs:1",
            ],
            (Project, "<Project />"),
            ("model/Ledger/verify/A.cs", "namespace Analytics.Ledger; class A;"),
            ("model/Ledger/verify/B.cs", "namespace Analytics.Ledger.verify; class B;"),
            ("model/Shared.cs", "namespace Analytics.Model; class Shared;"),
            ("model/Ledger/Posting/A.cs", "namespace Analytics.Ledger; class A;"),
            ("model/Ledger/Posting/B.cs", "namespace Analytics.Ledger.Posting; class B;"),
            ("model/Ledger/Posting/C.cs", "namespace Analytics.Posting; class C;"),
            ("model/Ledger/D.cs", "namespace Analytics.Ledger.Posting; class D;"),
            ("model/Ledger/E.cs", "namespace Analytics.Ledger { class E; }"),
            ("model/Ledger/F.cs", "class F;"));
    }

    [Fact]
    public void A_region_is_found() =>
        Judge.Finds(ShapeRules.Regions, ["a.cs:2"], ("a.cs", "class A {\n#region x\n#endregion\n}\n"));

    [Fact]
    public void An_interface_with_one_type_is_found_and_tests_do_not_count()
    {
        Judge.Finds(ShapeRules.Interfaces, ["a.cs:1", "a.cs:4"],
            ("a.cs", "interface IOne;\nsealed class One : IOne;\ninterface ITwo<T>;\ninterface INone;\n"),
            ("b.cs", "sealed class B : X.ITwo<int>; record struct C : ITwo<string>;"),
            ("tests/T/t.cs", "sealed class Fake : IOne;"));
    }

    private static string Statements(int count) => string.Concat(Enumerable.Repeat("x();\n", count));
}
