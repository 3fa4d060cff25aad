namespace Analytics.Ingest.Import.Expressions;

/// <summary>What a bound formula is: a function of the row.</summary>
internal delegate Value Compute(Row row);

/// <summary>A formula as read, before its columns are known.</summary>
internal abstract record Node(int At)
{
    public sealed record Constant(Value Value, int At) : Node(At);

    /// <param name="Name">The column's head; "join.column" for a column of a related file.</param>
    /// <param name="IsBare">Written without brackets, so that a forgotten quote is a likely mistake.</param>
    /// <param name="At">Position in the formula, from 1.</param>
    public sealed record Column(string Name, bool IsBare, int At) : Node(At);

    public sealed record Minus(Node Of, int At) : Node(At);

    public sealed record Not(Node Of, int At) : Node(At);

    public sealed record Binary(string Sign, Node Left, Node Right, int At) : Node(At);

    public sealed record Call(Function Function, IReadOnlyList<Node> Arguments, int At) : Node(At);

    public IEnumerable<Column> Columns() => this switch
    {
        Column column => [column],
        Minus minus => minus.Of.Columns(),
        Not not => not.Of.Columns(),
        Binary binary => binary.Left.Columns().Concat(binary.Right.Columns()),
        Call call => call.Arguments.SelectMany(argument => argument.Columns()),
        _ => [],
    };
}
