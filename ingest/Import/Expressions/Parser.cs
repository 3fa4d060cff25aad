using System.Globalization;

namespace Analytics.Ingest.Import.Expressions;

/// <summary>Reads a formula. From loose to tight: or, and, not, comparison, &amp;, + −, * /, sign.</summary>
internal sealed class Parser
{
    private const int MaxDepth = 64;
    private static readonly string[] Comparisons = ["=", "<>", "!=", "<", "<=", ">", ">="];

    private readonly List<Token> tokens;
    private int next;
    private int depth;

    private Parser(List<Token> tokens) => this.tokens = tokens;

    private Token Here => this.tokens[next];

    /// <exception cref="FormulaException">The text is no formula.</exception>
    public static Node Parse(string text)
    {
        var parser = new Parser(Lexer.Cut(text));
        var node = parser.Or();
        return parser.Here.Kind == TokenKind.End
            ? node
            : throw new FormulaException(parser.Here.At, $"'{parser.Here.Text}' is not expected here");
    }

    private Node Or()
    {
        if (++depth > MaxDepth)
        {
            throw new FormulaException(Here.At, $"nested deeper than {MaxDepth}");
        }

        var node = Chain(And, "or");
        depth--;
        return node;
    }

    private Node And() => Chain(Not, "and");

    private Node Not()
    {
        var start = Here;
        var negations = 0;
        while (TakeWord("not"))
        {
            negations++;
        }

        var node = Comparison();
        for (; negations > 0; negations--)
        {
            node = new Node.Not(node, start.At);
        }

        return node;
    }

    private Node Comparison()
    {
        var left = Chain(Sum, "&");
        if (Here.Kind != TokenKind.Symbol || !Comparisons.Contains(Here.Text))
        {
            return left;
        }

        var sign = Take();
        var text = sign.Text == "!=" ? "<>" : sign.Text;
        return new Node.Binary(text, left, Chain(Sum, "&"), sign.At);
    }

    private Node Sum() => Chain(Product, "+", "-");

    private Node Product() => Chain(Signed, "*", "/");

    private Node Signed()
    {
        var start = Here;
        var isNegative = false;
        while (Here is { Kind: TokenKind.Symbol, Text: "-" or "+" })
        {
            isNegative ^= Take().Text == "-";
        }

        var node = Atom();
        return isNegative ? new Node.Minus(node, start.At) : node;
    }

    private Node Atom()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return decimal.TryParse(
                    token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new Node.Constant(Value.Of(number), token.At)
                    : throw new FormulaException(token.At, $"'{token.Text}' is not a number");
            case TokenKind.Text:
                return new Node.Constant(Value.Of(token.Text), token.At);
            case TokenKind.Column:
                return new Node.Column(token.Text, IsBare: false, token.At);
            case TokenKind.Word:
                return Word(token);
            case TokenKind.Symbol when token.Text == "(":
                var inner = Or();
                Expect(")");
                return inner;
            default:
                var what = token.Kind == TokenKind.End ? "the formula ends" : $"'{token.Text}' stands";
                throw new FormulaException(token.At, $"{what} where a column, number or text is expected");
        }
    }

    private Node Word(Token token)
    {
        if (Here is { Kind: TokenKind.Symbol, Text: "(" })
        {
            return Call(token);
        }

        return token.Text.ToLowerInvariant() switch
        {
            "true" => new Node.Constant(Value.Of(true), token.At),
            "false" => new Node.Constant(Value.Of(false), token.At),
            "and" or "or" or "not" => throw new FormulaException(token.At, $"'{token.Text}' is not expected here"),
            _ => new Node.Column(token.Text, IsBare: true, token.At),
        };
    }

    private Node.Call Call(Token name)
    {
        var function = Function.Find(name.Text) ?? throw new FormulaException(
            name.At, $"no function '{name.Text}'; there are {string.Join(", ", Function.Names)}");
        Expect("(");
        var arguments = new List<Node>();
        if (Here is not { Kind: TokenKind.Symbol, Text: ")" })
        {
            do
            {
                arguments.Add(Or());
            }
            while (TakeSymbol(","));
        }

        Expect(")");
        return function.Takes(arguments.Count)
            ? new Node.Call(function, arguments, name.At)
            : throw new FormulaException(name.At, $"{function.Usage} is given {arguments.Count} arguments");
    }

    private Node Chain(Func<Node> part, params ReadOnlySpan<string> signs)
    {
        var node = part();
        while (Here.Kind is TokenKind.Symbol or TokenKind.Word && IsOneOf(Here.Text, signs))
        {
            var sign = Take();
            node = new Node.Binary(sign.Text.ToLowerInvariant(), node, part(), sign.At);
        }

        return node;
    }

    private static bool IsOneOf(string text, ReadOnlySpan<string> signs)
    {
        foreach (var sign in signs)
        {
            if (text.Equals(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private Token Take() => Here.Kind == TokenKind.End ? Here : this.tokens[next++];

    private bool TakeWord(string word)
    {
        var isHere = Here.Kind == TokenKind.Word && IsOneOf(Here.Text, [word]);
        next += isHere ? 1 : 0;
        return isHere;
    }

    private bool TakeSymbol(string symbol)
    {
        var isHere = Here.Kind == TokenKind.Symbol && Here.Text == symbol;
        next += isHere ? 1 : 0;
        return isHere;
    }

    private void Expect(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw new FormulaException(Here.At, $"'{symbol}' is missing");
        }
    }
}
