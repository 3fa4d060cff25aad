using System.Xml.Linq;

namespace Analytics.Tidy.Rules;

/// <summary>One place for versions, each with its reason.</summary>
internal static class PackageRules
{
    private const string Central = "Directory.Packages.props";

    public static IEnumerable<Finding> VersionsAreCentral(Repository repository) =>
        from project in repository.Projects
        from package in project.Packages
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
        select project.File.At(ProjectFile.Line(package), $"version of {ProjectFile.Include(package)}",
            $"give it in {Central}");

    public static IEnumerable<Finding> VersionsHaveReasons(Repository repository) =>
        from version in Versions(repository)
        where version.PreviousNode is not XComment
        select new Finding(Central, ProjectFile.Line(version), $"{ProjectFile.Include(version)} has no reason",
            "say above it, in a comment, what it is for");

    public static IEnumerable<Finding> VersionsAreUsed(Repository repository)
    {
        var used = repository.Files
            .Where(file => file.Extension is ".csproj" or ".props" or ".targets" && file.Path != Central)
            .SelectMany(file => XDocument.Parse(file.Text).Descendants("PackageReference"))
            .Select(ProjectFile.Include)
            .ToHashSet(StringComparer.Ordinal);
        return Versions(repository).Where(version => !used.Contains(ProjectFile.Include(version)))
            .Select(version => new Finding(Central, ProjectFile.Line(version),
                $"nothing uses {ProjectFile.Include(version)}", "remove it"));
    }

    private static IEnumerable<XElement> Versions(Repository repository) =>
        repository.Find(Central) is { } file
            ? XDocument.Parse(file.Text, LoadOptions.SetLineInfo).Descendants("PackageVersion")
            : [];
}
