namespace Analytics.Ingest.Import.Expressions;

/// <summary>Turns a formula into a function of the row, its columns found in the file's head.</summary>
/// <param name="find">The place of a column; throws <see cref="FormulaException"/> where there is none.</param>
/// <param name="numbers">How the source spells numbers.</param>
/// <param name="nulls">Texts that stand for nothing, such as NULL.</param>
internal sealed class Binder(
    Func<Node.Column, ColumnPlace> find, NumberFormat numbers, IReadOnlyCollection<string> nulls)
{
    private readonly HashSet<string> nulls = [.. nulls];

    public Compute Bind(Node node) => node switch
    {
        Node.Constant constant => _ => constant.Value,
        Node.Column column => Read(find(column)),
        Node.Minus minus => Negate(Number(minus.Of)),
        Node.Not not => Negation(Truth(not.Of)),
        Node.Call { Function.Apply: not null } call => Apply(call),
        Node.Call { Function.Name: "if" } call => Choose(call),
        Node.Call call => FirstFilled(call),
        Node.Binary { Sign: "and" or "or" } binary => Both(binary),
        Node.Binary { Sign: "&" } binary => Concatenate(Bind(binary.Left), Bind(binary.Right)),
        Node.Binary { Sign: "+" or "-" or "*" or "/" } binary => Calculate(binary),
        Node.Binary binary => Compare(binary),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The formula as a number; a fault names the column whose text is none.</summary>
    public Compute Number(Node node)
    {
        var compute = Bind(node);
        var place = node is Node.Column column ? $"[{column.Name}]" : null;
        return row =>
        {
            var value = compute(row).ToNumber(numbers);
            return value.IsFault && place is not null ? Value.Wrong(value.Fault.At(place)) : value;
        };
    }

    public Compute Truth(Node node)
    {
        var compute = Bind(node);
        return row => compute(row).ToTruth();
    }

    private Compute Read(ColumnPlace place)
    {
        var (part, index) = place;
        if (this.nulls.Count == 0)
        {
            return row => Value.Of(row.Cell(part, index));
        }

        return row =>
        {
            var text = row.Cell(part, index);
            return Value.Of(this.nulls.Contains(text) ? "" : text);
        };
    }

    private static Compute Negate(Compute of) => row =>
    {
        var value = of(row);
        return value.IsFault ? value : Value.Of(-value.Number);
    };

    private static Compute Negation(Compute of) => row =>
    {
        var value = of(row);
        return value.IsFault ? value : Value.Of(!value.Truth);
    };

    private static Compute Concatenate(Compute left, Compute right) => row =>
    {
        var (a, b) = (left(row), right(row));
        return a.IsFault ? a : b.IsFault ? b : Value.Of(a.AsText() + b.AsText());
    };

    private Compute Calculate(Node.Binary node)
    {
        var (left, right, sign) = (Number(node.Left), Number(node.Right), node.Sign[0]);
        return row =>
        {
            var (a, b) = (left(row), right(row));
            return a.IsFault ? a : b.IsFault ? b : Arithmetic(a.Number, sign, b.Number);
        };
    }

    private static Value Arithmetic(decimal a, char sign, decimal b)
    {
        if (sign == '/' && b == 0)
        {
            return Value.Wrong("除数为零", "division by zero");
        }

        try
        {
            return Value.Of(sign switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b });
        }
        catch (OverflowException)
        {
            return Value.Wrong("计算结果超出范围", "the result is out of range");
        }
    }

    private Compute Both(Node.Binary node)
    {
        var (left, right, decides) = (Truth(node.Left), Truth(node.Right), node.Sign == "or");
        return row =>
        {
            var first = left(row);
            return first.IsFault || first.Truth == decides ? first : right(row);
        };
    }

    private Compute Compare(Node.Binary node)
    {
        var (left, right, sign) = (Bind(node.Left), Bind(node.Right), node.Sign);
        return row =>
        {
            var (a, b) = (left(row), right(row));
            if (a.Kind == ValueKind.Number || b.Kind == ValueKind.Number)
            {
                (a, b) = (a.ToNumber(numbers), b.ToNumber(numbers));
            }

            if (a.IsFault || b.IsFault)
            {
                return a.IsFault ? a : b;
            }

            var order = a.Kind == ValueKind.Number
                ? a.Number.CompareTo(b.Number)
                : string.CompareOrdinal(a.AsText(), b.AsText());
            return Value.Of(sign switch
            {
                "=" => order == 0,
                "<>" => order != 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            });
        };
    }

    private Compute Choose(Node.Call call)
    {
        var (condition, then, otherwise) =
            (Truth(call.Arguments[0]), Bind(call.Arguments[1]), Bind(call.Arguments[2]));
        return row =>
        {
            var truth = condition(row);
            return truth.IsFault ? truth : truth.Truth ? then(row) : otherwise(row);
        };
    }

    private Compute FirstFilled(Node.Call call)
    {
        var arguments = call.Arguments.Select(Bind).ToArray();
        return row =>
        {
            var value = default(Value);
            foreach (var argument in arguments)
            {
                value = argument(row);
                if (value.IsFault || value.AsText().Length > 0)
                {
                    return value;
                }
            }

            return value;
        };
    }

    private Compute Apply(Node.Call call)
    {
        var kinds = call.Function.Kinds;
        var apply = call.Function.Apply!;
        var arguments = call.Arguments
            .Select((node, n) => kinds[Math.Min(n, kinds.Length - 1)] == 'n' ? Number(node) : Bind(node))
            .ToArray();
        return row =>
        {
            var values = new Value[arguments.Length];
            for (var n = 0; n < arguments.Length; n++)
            {
                values[n] = arguments[n](row);
                if (values[n].IsFault)
                {
                    return values[n];
                }
            }

            return apply(values);
        };
    }
}
