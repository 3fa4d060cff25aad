using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Tidy;

/// <summary>A C# string as it stands in the source; a sum of strings is one literal, holes read as <c>{}</c>.</summary>
internal sealed record Literal(string Text, int Line)
{
    public static IEnumerable<Literal> In(SyntaxNode root) =>
        root.DescendantNodes(node => !IsString(node))
            .Where(IsString)
            .Select(node => new Literal(Read(node), node.GetLocation().GetLineSpan().StartLinePosition.Line + 1));

    private static bool IsString(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression)
            || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) =>
            IsString(sum.Left) || IsString(sum.Right),
        _ => false,
    };

    private static string Read(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part =>
            part is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : "{}")),
        BinaryExpressionSyntax sum when IsString(sum) => Read(sum.Left) + Read(sum.Right),
        _ => "{}",
    };
}
