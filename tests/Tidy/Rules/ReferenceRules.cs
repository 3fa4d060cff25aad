using System.Xml.Linq;

namespace Analytics.Tidy.Rules;

/// <summary>The fences: which project sees which, and who owns which package.</summary>
internal static class ReferenceRules
{
    private static readonly string[] Everything =
        ["Ledger", "Workspace", "Star", "Ingest", "Reports", "Forecast", "Upload", "Dashboard"];

    /// <summary>All projects there are or will be, and all that each may refer to.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Ledger"] = [],
        ["Workspace"] = [],
        ["Star"] = [],
        ["Ingest"] = ["Ledger", "Star"],
        ["Reports"] = ["Star"],
        ["Forecast"] = ["Star"],
        ["Upload"] = ["Reports", "Workspace"],
        ["Dashboard"] = ["Reports", "Star", "Workspace", "Ledger"],
        ["Host"] = Everything,
        ["Fixtures"] = ["Ledger", "Star", "Ingest"],
        ["Tidy"] = [],
        ["Poster"] = ["Ledger"],
        ["Snapper"] = ["Ledger", "Star", "Ingest"],
        ["Ledger.Tests"] = ["Ledger", "Fixtures", "Poster"],
        ["EndToEnd"] = ["Host", "Fixtures", "Poster", "Snapper"],
        ["Benchmarks"] = [.. Everything, "Host", "Fixtures"],
    };

    /// <summary>Every package of the product (a name that ends in * covers a family) and its owners. What is not here
    /// comes in by being added here.</summary>
    private static readonly (string Package, string[] Owners)[] Packages =
    [
        ("DuckDB.NET.Data.Full", ["Star"]),
        ("Apache.Arrow", ["Star"]),
        ("linq2db", ["Ledger", "Workspace", "Ingest"]),
        ("Microsoft.Data.Sqlite", ["Ledger", "Workspace"]),
        ("Npgsql", ["Ledger"]),
        ("ClosedXML", ["Reports"]),
        ("ScottPlot", ["Reports"]),
        ("MathNet.Numerics", ["Reports"]),
        ("Microsoft.ML*", ["Forecast"]),
        ("Sylvan.*", ["Ingest"]),
        ("MiniExcel", ["Ingest"]),
        ("Vizor.ECharts", ["Dashboard"]),
        ("Microsoft.AspNetCore.OpenApi", ["Dashboard"]),
        ("Cronos", ["Host"]),
        ("System.CommandLine", ["Host"]),
    ];

    public static IEnumerable<Finding> Projects(Repository repository)
    {
        foreach (var project in repository.Projects)
        {
            if (AllowedFor(project) is not { } allowed)
            {
                yield return project.File.At(1, $"project {project.Name} is not in the design", "add it to the table");
                continue;
            }

            foreach (var reference in project.References.Where(reference => !allowed.Contains(Target(reference))))
            {
                yield return project.File.At(ProjectFile.Line(reference),
                    $"{project.Name} must not see {Target(reference)}", "remove the reference");
            }
        }
    }

    public static IEnumerable<Finding> PackageOwners(Repository repository) =>
        from project in repository.Projects
        where !project.IsTest
        from package in project.Packages
        let name = ProjectFile.Include(package)
        let owners = Packages.FirstOrDefault(known => Covers(known.Package, name)).Owners
        where owners is null || !owners.Contains(project.Name)
        select project.File.At(ProjectFile.Line(package), $"{project.Name} does not own {name}",
            owners is null ? "name its owner in the table of packages" : $"use it in {string.Join(", ", owners)}");

    /// <summary>A package's types end at its owner: they do not flow to who refers to the owner.</summary>
    public static IEnumerable<Finding> PackagesStayHidden(Repository repository) =>
        from project in repository.Projects
        where !project.IsTest
        from package in project.Packages
        let hidden = ((string?)package.Attribute("PrivateAssets") ?? "").Split(';')
        where !hidden.Contains("compile") && !hidden.Contains("all")
        select project.File.At(
            ProjectFile.Line(package), $"{ProjectFile.Include(package)} flows on", "write PrivateAssets with compile");

    public static IEnumerable<Finding> Friends(Repository repository) =>
        from project in repository.Projects
        where !project.IsTest
        from friend in project.Friends
        let name = ProjectFile.Include(friend)
        where name != project.RootNamespace + ".Tests"
        select project.File.At(ProjectFile.Line(friend), $"{name} sees the internals of {project.Name}",
            "show them to its own tests only");

    /// <summary>A folder holds one csproj, or folders that each hold one: an outer one swallows the inner.</summary>
    public static IEnumerable<Finding> Nesting(Repository repository) =>
        from inner in repository.Projects
        from outer in repository.Projects
        where inner != outer && inner.File.IsUnder(outer.Folder)
        select inner.File.At(1, $"stands inside {outer.File.Path}", "put the two side by side");

    public static IEnumerable<Finding> Solution(Repository repository)
    {
        var solution = repository.Find("Analytics.sln")?.Text.Replace('\\', '/') ?? "";
        return repository.Projects
            .Where(project => !solution.Contains($"\"{project.File.Path}\"", StringComparison.Ordinal))
            .Select(project => project.File.At(1, "not in Analytics.sln", "add it: dotnet sln add"));
    }

    private static string[]? AllowedFor(ProjectFile project) =>
        Allowed.GetValueOrDefault(project.Name)
        ?? (project.Name.EndsWith(".Tests", StringComparison.Ordinal)
            ? [project.Name[..^".Tests".Length], "Fixtures"]
            : null);

    private static string Target(XElement reference) =>
        Path.GetFileNameWithoutExtension(ProjectFile.Include(reference).Replace('\\', '/'));

    private static bool Covers(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
