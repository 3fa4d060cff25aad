namespace Analytics.Ingest.Import.Expressions;

/// <summary>The functions a formula may call. if and coalesce are lazy and stand in <see cref="Binder"/>.</summary>
internal sealed class Function
{
    private const int MaxPadding = 200;

    private static readonly Dictionary<string, Function> All = new Function[]
    {
        new("if(condition, then, else)", 3, 3),
        new("coalesce(a, b, …)", 1, 20),
        new("round(number, decimals)", 1, 2, "nn", Round),
        new("abs(number)", 1, 1, "n", of => Value.Of(Math.Abs(of[0].Number))),
        new("min(a, b, …)", 1, 20, "n", of => Value.Of(of.Min(value => value.Number))),
        new("max(a, b, …)", 1, 20, "n", of => Value.Of(of.Max(value => value.Number))),
        new("number(text)", 1, 1, "n", of => of[0]),
        new("text(value)", 1, 1, "t", of => Value.Of(of[0].AsText())),
        new("trim(text)", 1, 1, "t", of => Value.Of(of[0].AsText().Trim())),
        new("upper(text)", 1, 1, "t", of => Value.Of(of[0].AsText().ToUpperInvariant())),
        new("lower(text)", 1, 1, "t", of => Value.Of(of[0].AsText().ToLowerInvariant())),
        new("left(text, length)", 2, 2, "tn", of => Cut(of[0].AsText(), 0, of[1].Number)),
        new("right(text, length)", 2, 2, "tn", Right),
        new("mid(text, from, length)", 3, 3, "tnn", of => Cut(of[0].AsText(), of[1].Number - 1, of[2].Number)),
        new("len(text)", 1, 1, "t", of => Value.Of((decimal)of[0].AsText().Length)),
        new("replace(text, old, new)", 3, 3, "ttt", Replace),
        new("contains(text, part)", 2, 2, "tt", of =>
            Value.Of(of[0].AsText().Contains(of[1].AsText(), StringComparison.Ordinal))),
        new("starts_with(text, part)", 2, 2, "tt", of =>
            Value.Of(of[0].AsText().StartsWith(of[1].AsText(), StringComparison.Ordinal))),
        new("pad_left(text, length, with)", 3, 3, "tnt", PadLeft),
    }.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private readonly int least;
    private readonly int most;

    private Function(string usage, int least, int most, string takes = "", Func<Value[], Value>? apply = null)
    {
        Usage = usage;
        Name = usage[..usage.IndexOf('(', StringComparison.Ordinal)];
        this.least = least;
        this.most = most;
        Kinds = takes;
        Apply = apply;
    }

    public static IEnumerable<string> Names => All.Keys;

    public string Name { get; }

    public string Usage { get; }

    /// <summary>A letter per argument: n takes a number, t a text; the last holds for those that follow.</summary>
    public string Kinds { get; }

    /// <summary>Null for the lazy ones.</summary>
    public Func<Value[], Value>? Apply { get; }

    public static Function? Find(string name) => All.GetValueOrDefault(name);

    public bool Takes(int count) => count >= this.least && count <= this.most;

    private static Value Round(Value[] of)
    {
        var decimals = of.Length > 1 ? of[1].Number : 0;
        return decimals is >= 0 and <= 28 && decimals == decimal.Truncate(decimals)
            ? Value.Of(Math.Round(of[0].Number, (int)decimals, MidpointRounding.AwayFromZero))
            : Value.Wrong("round 的小数位须为 0 至 28 的整数", "round takes 0 to 28 decimals");
    }

    private static Value Right(Value[] of)
    {
        var text = of[0].AsText();
        var length = Math.Clamp(decimal.Truncate(of[1].Number), 0, text.Length);
        return Value.Of(text[^(int)length..]);
    }

    private static Value Cut(string text, decimal from, decimal length)
    {
        var start = (int)Math.Clamp(decimal.Truncate(from), 0, text.Length);
        return Value.Of(text.Substring(start, (int)Math.Clamp(decimal.Truncate(length), 0, text.Length - start)));
    }

    private static Value Replace(Value[] of)
    {
        var old = of[1].AsText();
        return old.Length == 0
            ? Value.Wrong("replace 要替换的文字是空的", "replace is given nothing to replace")
            : Value.Of(of[0].AsText().Replace(old, of[2].AsText(), StringComparison.Ordinal));
    }

    private static Value PadLeft(Value[] of)
    {
        var with = of[2].AsText();
        return with.Length == 1
            ? Value.Of(of[0].AsText().PadLeft((int)Math.Clamp(of[1].Number, 0, MaxPadding), with[0]))
            : Value.Wrong("pad_left 须用一个字符填充", "pad_left pads with one character");
    }
}
