using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Tidy.Rules;

/// <summary>How C# is cut into methods, types and files.</summary>
internal static class ShapeRules
{
    private const int MethodLines = 70;
    private const int Parameters = 5;

    private static readonly string[] GivenShape = ["Theory", "SkippableTheory", "LibraryImport", "DllImport"];

    public static IEnumerable<Finding> MethodLength(Repository repository) =>
        repository.Code.SelectMany(file => Bodies(file)
            .Where(body => body.Lines > MethodLines)
            .Select(body => file.At(body.Node, FormattableString.Invariant($"{body.Name} has {body.Lines} lines"),
                FormattableString.Invariant($"cut it by what it does, {MethodLines} is the most"))));

    /// <summary>A record's own list is data and may be longer; so may what a theory, a base class or a native library
    /// dictates.</summary>
    public static IEnumerable<Finding> ParameterCount(Repository repository) =>
        from file in repository.Code
        from list in file.Syntax.DescendantNodes().OfType<ParameterListSyntax>()
        where list.Parameters.Count > Parameters && !IsFree(list.Parent!)
        select file.At(list, FormattableString.Invariant($"{list.Parameters.Count} parameters"),
            FormattableString.Invariant($"put what belongs together into a record, {Parameters} is the most"));

    public static IEnumerable<Finding> OnePublicType(Repository repository) =>
        from file in repository.Code
        from extra in TopTypes(file).Where(IsPublic).Skip(1)
        select file.At(extra, $"second public type {NameOf(extra)}", "give it a file of its own");

    public static IEnumerable<Finding> FileName(Repository repository)
    {
        foreach (var file in repository.Code)
        {
            var types = TopTypes(file).ToList();
            var named = types.Any(IsPublic) ? types.Where(IsPublic) : types;
            if (types.Count > 0 && !named.Any(type => IsNamedAfter(file, NameOf(type))))
            {
                yield return file.At(types[0], $"{file.Name} holds {NameOf(types[0])}",
                    "name the file after its type, or Type.Aspect.cs");
            }
        }
    }

    /// <summary>A partial class is closed where any of its parts says so.</summary>
    public static IEnumerable<Finding> ClosedClasses(Repository repository) =>
        from file in repository.Code
        from type in file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration)
        group (file, type) by FullName(type) into parts
        where !parts.Any(part => part.type.Modifiers.Any(IsClosing))
        let first = parts.First()
        select first.file.At(first.type, $"class {NameOf(first.type)} is open", "write sealed, static or abstract");

    public static IEnumerable<Finding> Namespaces(Repository repository)
    {
        foreach (var file in repository.Code.Where(file => TopTypes(file).Any()))
        {
            var space = file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
            if (space is not FileScopedNamespaceDeclarationSyntax)
            {
                yield return file.At(space ?? (SyntaxNode)TopTypes(file).First(), "no file-scoped namespace",
                    "write namespace X; above the type");
                continue;
            }

            var allowed = Allowed(repository, file).ToList();
            if (!allowed.Contains(space.Name.ToString()))
            {
                yield return file.At(space, $"namespace {space.Name}", $"use {string.Join(" or ", allowed)}");
            }
        }
    }

    public static IEnumerable<Finding> Regions(Repository repository) =>
        from file in repository.Code
        from trivia in file.Syntax.DescendantTrivia()
        where trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)
        select file.At(file.LineOf(trivia.SpanStart), "#region", "cut the file instead of folding it");

    /// <summary>An interface earns its place by two shipped types; tests do not count.</summary>
    public static IEnumerable<Finding> Interfaces(Repository repository)
    {
        var product = repository.Code.Where(file => !file.IsTest).ToList();
        var implemented = product
            .SelectMany(file => file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => !type.IsKind(SyntaxKind.InterfaceDeclaration) && type.BaseList is not null)
            .SelectMany(type => type.BaseList!.Types.Select(parent => LastName(parent.Type)).Distinct())
            .CountBy(name => name)
            .ToDictionary();
        return
            from file in product
            from type in file.Syntax.DescendantNodes().OfType<InterfaceDeclarationSyntax>()
            let count = implemented.GetValueOrDefault(NameOf(type))
            where count < 2
            select file.At(type, FormattableString.Invariant($"{NameOf(type)} has {count} implementing types"),
                "use the type itself");
    }

    private static IEnumerable<(SyntaxNode Node, string Name, int Lines)> Bodies(SourceFile file)
    {
        foreach (var node in file.Syntax.DescendantNodes())
        {
            var name = node switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
                LocalFunctionStatementSyntax function => function.Identifier.Text,
                OperatorDeclarationSyntax symbol => "operator " + symbol.OperatorToken.Text,
                AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
                _ => "",
            };
            if (name.Length > 0)
            {
                yield return (node, name, LineCount(node.GetLocation().GetLineSpan()));
            }
        }

        var statements = file.Syntax.ChildNodes().OfType<GlobalStatementSyntax>().ToList();
        if (statements.Count > 0)
        {
            var top = statements.Sum(statement => LineCount(statement.GetLocation().GetLineSpan()));
            yield return (statements[0], "top-level code", top);
        }
    }

    private static int LineCount(FileLinePositionSpan span) =>
        span.EndLinePosition.Line - span.StartLinePosition.Line + 1;

    private static bool IsFree(SyntaxNode owner) =>
        owner is RecordDeclarationSyntax or ParenthesizedLambdaExpressionSyntax or AnonymousMethodExpressionSyntax
        || (owner is MethodDeclarationSyntax method
            && (method.Modifiers.Any(SyntaxKind.OverrideKeyword) || method.Modifiers.Any(SyntaxKind.ExternKeyword)
                || method.AttributeLists.SelectMany(list => list.Attributes)
                    .Any(attribute => GivenShape.Contains(LastName(attribute.Name)))));

    private static IEnumerable<MemberDeclarationSyntax> TopTypes(SourceFile file) =>
        file.Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    private static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static bool IsClosing(SyntaxToken word) =>
        word.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword;

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    };

    private static string FullName(TypeDeclarationSyntax type) => string.Join('.', type.AncestorsAndSelf().Reverse()
        .Select(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax named => $"{named.Identifier.Text}`{named.Arity}",
            _ => "",
        })
        .Where(name => name.Length > 0));

    private static string LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => type.ToString(),
    };

    private static bool IsNamedAfter(SourceFile file, string type) =>
        file.Stem == type || file.Stem.StartsWith(type + ".", StringComparison.Ordinal);

    /// <summary>The project's root namespace, and each step of the folder path after it, up to a folder of data.
    /// Source outside a project is shared by its neighbours and named after its folder.</summary>
    private static IEnumerable<string> Allowed(Repository repository, SourceFile file)
    {
        var owner = repository.OwnerOf(file);
        var space = owner?.RootNamespace ?? "Analytics." + Capital(file.Folder.Split('/')[0]);
        var start = owner?.Folder ?? file.Folder.Split('/')[0];
        yield return space;
        var inner = file.Folder.Length > start.Length ? file.Folder[(start.Length + 1)..].Split('/') : [];
        foreach (var step in inner.TakeWhile(step => char.IsUpper(step[0])))
        {
            space += "." + step;
            yield return space;
        }
    }

    private static string Capital(string word) =>
        word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
