using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Analytics.Tidy;

/// <summary>One text file; its path is relative to the repository's root and has forward slashes.</summary>
internal sealed class SourceFile
{
    private readonly Lazy<SyntaxNode> syntax;
    private readonly Lazy<IReadOnlyList<Literal>> literals;

    public SourceFile(string path, byte[] bytes)
    {
        Path = path;
        Bytes = bytes;
        Text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        Lines = Text.Split('\n');
        syntax = new(() => CSharpSyntaxTree
            .ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot());
        literals = new(() => [.. Literal.In(Syntax)]);
    }

    public SourceFile(string path, string text)
        : this(path, Encoding.UTF8.GetBytes(text))
    {
    }

    public string Path { get; }

    public byte[] Bytes { get; }

    public string Text { get; }

    public IReadOnlyList<string> Lines { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Extension => System.IO.Path.GetExtension(Path);

    /// <summary>The folder's path, empty for the root.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public bool IsTest => IsUnder("tests");

    /// <summary>The C# syntax tree's root.</summary>
    public SyntaxNode Syntax => syntax.Value;

    /// <summary>The C# string literals.</summary>
    public IReadOnlyList<Literal> Literals => literals.Value;

    public bool IsUnder(string folder) =>
        folder.Length == 0 || Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public Finding At(int line, string what, string toDo) => new(Path, line, what, toDo);

    public Finding At(SyntaxNode node, string what, string toDo) =>
        new(Path, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, what, toDo);

    /// <summary>The line of an offset into <see cref="Text"/>, from 1.</summary>
    public int LineOf(int offset) => Text.AsSpan(0, offset).Count('\n') + 1;
}
