using System.Globalization;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Expressions;
using CsCheck;

namespace Analytics.Ingest.Tests.Import;

public sealed class ExpressionTests
{
    private static readonly string[] Head = ["Sales", "Profit", "Sub-Category", "Order ID", "单价", "a.b"];
    private static readonly Row Sample = new(7, ["10.50", "-2.25", "Chairs", " CA-1 ", "3", "dot"]);

    [Theory]
    [InlineData("Sales - Profit", "12.75")]
    [InlineData("[Sub-Category] & '/' & trim([Order ID])", "Chairs/CA-1")]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("(1 + 2) * -3", "-9")]
    [InlineData("- - 2", "2")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("单价 * 2", "6")]
    [InlineData("a.b", "dot")]
    [InlineData("sales", "10.50")]
    [InlineData("if(Profit < 0, 'loss', 'gain')", "loss")]
    [InlineData("if(Sales > 10 and not (Profit > 0) or false, 1, 2)", "1")]
    [InlineData("if('b' > 'a', \"it's\", 'no')", "it's")]
    [InlineData("'it''s'", "it's")]
    [InlineData("round(2.345, 2)", "2.35")]
    [InlineData("round(-2.5)", "-3")]
    [InlineData("upper(left('abcd', 2)) & lower(right('ABCD', 1)) & mid('abcd', 2, 2)", "ABdbc")]
    [InlineData("pad_left('42', 6, '0')", "000042")]
    [InlineData("coalesce('', [Sub-Category])", "Chairs")]
    [InlineData("replace('a-b', '-', '')", "ab")]
    [InlineData("len('abc') + abs(-1) + max(1, 2) + min(3, 4)", "9")]
    [InlineData("contains('abc', 'b')", "true")]
    [InlineData("starts_with('abc', 'b')", "false")]
    [InlineData("'10' = 10", "true")]
    [InlineData("'10.0' = '10'", "false")]
    [InlineData("1 <> 2", "true")]
    [InlineData("if(true, 1, 1 / 0)", "1")]
    [InlineData("false and 1 / 0 > 1", "false")]
    public void A_formula_gives_what_it_says(string text, string expected) =>
        Evaluate(text).AsText().Should().Be(expected);

    [Theory]
    [InlineData("[Order ID] * 2", "[Order ID]: ' CA-1 ' is not a number")]
    [InlineData("1 / (Sales - 10.5)", "division by zero")]
    [InlineData("79228162514264337593543950335 * 10", "out of range")]
    [InlineData("if(Sales, 1, 2)", "neither true nor false")]
    [InlineData("round(1, 99)", "0 to 28")]
    public void What_cannot_be_computed_is_a_fault_of_the_row(string text, string why)
    {
        var value = Evaluate(text);
        value.IsFault.Should().BeTrue();
        value.Fault.En.Should().Contain(why);
        value.Fault.Zh.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("Sales +", "at character 8 of \"Sales +\": the formula ends")]
    [InlineData("(1 + 2", "at character 7 of \"(1 + 2\": ')' is missing")]
    [InlineData("1 2", "at character 3 of \"1 2\": '2' is not expected")]
    [InlineData("[Sales", "at character 1 of \"[Sales\": [ is not closed")]
    [InlineData("'abc", "is not closed")]
    [InlineData("sum(1)", "at character 1 of \"sum(1)\": no function 'sum'; there are if, ")]
    [InlineData("if(1, 2)", "if(condition, then, else) is given 2 arguments")]
    [InlineData("a $ b", "at character 3 of \"a $ b\": '$' has no meaning")]
    [InlineData("1.2.3", "'1.2.3' is not a number")]
    [InlineData("", "the formula ends")]
    public void A_text_that_is_no_formula_says_where(string text, string why) =>
        new Formula(text).Error.Should().Contain(why);

    [Fact]
    public void A_formula_nested_without_end_is_refused_not_a_crash() =>
        new Formula(new string('(', 3_000)).Error.Should().Contain("nested deeper");

    [Fact]
    public void A_formula_without_end_is_refused_not_a_crash() =>
        new Formula(string.Concat(Enumerable.Repeat("not ", 100_000)) + "true").Error.Should().Contain("longer than");

    [Fact]
    public void Arithmetic_equals_that_of_decimal()
    {
        Tree.Sample(node =>
        {
            decimal? expected = Naive(node);
            var value = Evaluate(node.Text);
            return expected is { } number ? !value.IsFault && value.Number == number : value.IsFault;
        });
    }

    [Fact]
    public void A_number_reads_back_as_itself_in_any_spelling() =>
        Gen.Select(Gen.Long[-9_999_999_999_999, 9_999_999_999_999], Gen.Int[0, 4], Gen.Bool).Sample((
            units, scale, isGerman) =>
        {
            var number = units / (decimal)Math.Pow(10, scale);
            var culture = CultureInfo.GetCultureInfo(isGerman ? "de-DE" : "en-US");
            var format = isGerman ? new NumberFormat(',', '.') : new NumberFormat('.', ',');
            var plain = isGerman ? new NumberFormat(',', null) : NumberFormat.Plain;
            return format.Parse(number.ToString("N4", culture)).Number == number
                && plain.Parse(number.ToString("0.####", culture)).Number == number
                && (Math.Abs(number) < 1000 || plain.Parse(number.ToString("N4", culture)).IsFault);
        });

    [Theory]
    [InlineData("1,23")]
    [InlineData("12,3456")]
    [InlineData(",123")]
    [InlineData("1,234,56")]
    [InlineData("0.1,234")]
    public void A_thousands_separator_in_the_wrong_place_is_refused_even_where_allowed(string text) =>
        new NumberFormat('.', ',').Parse(text).IsFault.Should().BeTrue();

    [Theory]
    [InlineData("-7.1054E-3", "-0.0071054")]
    [InlineData("+5", "5")]
    [InlineData(" 5 ", "5")]
    [InlineData(".5", "0.5")]
    public void Numbers_as_programs_write_them_are_read(string text, string expected) =>
        NumberFormat.Plain.Parse(text).AsText().Should().Be(expected);

    private sealed record Calculation(char Sign, decimal Leaf, Calculation? Left, Calculation? Right)
    {
        public string Text => Left is null
            ? Leaf < 0 ? $"({Plain(Leaf)})" : Plain(Leaf)
            : $"({Left.Text} {Sign} {Right!.Text})";

        private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static readonly Gen<Calculation> Leaf =
        Gen.Long[-100_000_000, 100_000_000].Select(units => new Calculation(' ', units / 10_000m, null, null));

    private static readonly Gen<Calculation> Tree = Gen.Recursive<Calculation>((depth, tree) => depth > 4
        ? Leaf
        : Gen.OneOf(Leaf, Gen.Select(Gen.Char["+-*/"], tree, tree,
            (sign, left, right) => new Calculation(sign, 0, left, right))));

    private static decimal? Naive(Calculation node)
    {
        if (node.Left is null)
        {
            return node.Leaf;
        }

        var (a, b) = (Naive(node.Left), Naive(node.Right!));
        try
        {
            return node.Sign switch
            {
                '+' => a + b,
                '-' => a - b,
                '*' => a * b,
                _ => b == 0 ? null : a / b,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Value Evaluate(string text)
    {
        var formula = new Formula(text);
        formula.Error.Should().BeNull();
        ColumnPlace Find(Node.Column column) =>
            new(0, Array.FindIndex(Head, name => name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)));
        return new Binder(Find, NumberFormat.Plain, []).Bind(formula.Root)(Sample);
    }
}
