using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Tidy.Rules;

/// <summary>Names of types, folders and tests.</summary>
internal static partial class NameRules
{
    private static readonly string[] VagueEnds =
        ["Service", "Services", "Manager", "Helper", "Helpers", "Utils", "Util", "Utilities", "Processor"];

    private static readonly string[] VagueFolders = ["Core", "Common", "Shared", "Utils", "Helpers", "Misc"];

    private static readonly string[] TestAttributes = ["Fact", "Theory", "SkippableFact", "SkippableTheory"];

    public static IEnumerable<Finding> Types(Repository repository) =>
        from file in repository.Code
        from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        let end = VagueEnds.FirstOrDefault(end => type.Identifier.Text.EndsWith(end, StringComparison.Ordinal))
        where end is not null
        select file.At(type, $"{type.Identifier.Text} ends in {end}", "name it after what it is");

    public static IEnumerable<Finding> Folders(Repository repository) =>
        from folder in repository.Files.Select(file => file.Folder).Distinct()
        from step in folder.Split('/')
        where VagueFolders.Contains(step, StringComparer.OrdinalIgnoreCase)
        select new Finding(folder, 1, $"folder {step}", "name it after what it holds");

    public static IEnumerable<Finding> Tests(Repository repository) =>
        from file in repository.Code
        where file.IsTest
        from method in file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => TestAttributes.Contains(attribute.Name.ToString()))
        where !Sentence().IsMatch(method.Identifier.Text)
        select file.At(method, $"test {method.Identifier.Text}", "name it by a sentence with underscores");

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+$")]
    private static partial Regex Sentence();
}
