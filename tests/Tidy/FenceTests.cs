using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Analytics.Tidy;

/// <summary>The fences tried: a copy of the solution, one line that must not compile, and a build.</summary>
[Trait("Category", "Slow")]
public sealed partial class FenceTests : IDisposable
{
    private readonly string copy = Directory.CreateTempSubdirectory("fence").FullName;

    [Theory]
    [InlineData("reports/Reports.csproj", "LinqToDB.Data.DataConnection")]
    [InlineData("reports/Reports.csproj", "DuckDB.NET.Data.DuckDBConnection")]
    [InlineData("reports/Reports.csproj", "Analytics.Ledger.Book")]
    [InlineData("dashboard/Dashboard.csproj", "LinqToDB.Data.DataConnection")]
    [InlineData("ingest/Ingest.csproj", "DuckDB.NET.Data.DuckDBConnection")]
    public async Task A_type_from_behind_a_fence_does_not_compile(string project, string type)
    {
        CopySources();
        var trespass = Path.Combine(copy, Path.GetDirectoryName(project)!, "Trespass.cs");
        var space = "Analytics." + Path.GetFileNameWithoutExtension(project);

        await WriteAsync(trespass, space, "System.Text.StringBuilder");
        var (allowed, said) = await BuildAsync(project);
        allowed.Should().Be(0, "the same line with a type of the framework compiles:\n{0}", said);

        await WriteAsync(trespass, space, type);
        var (refused, errors) = await BuildAsync(project);
        refused.Should().NotBe(0, "{0} is behind a fence", type);
        errors.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(line => NotThere().IsMatch(line));
    }

    public void Dispose() => Directory.Delete(copy, recursive: true);

    private static Task WriteAsync(string path, string space, string type) => File.WriteAllTextAsync(path, $$"""
        namespace {{space}};

        internal static class Trespass
        {
            public static string? Name => typeof({{type}}).FullName;
        }

        """);

    private void CopySources()
    {
        var root = new DirectoryInfo(Repository.Root);
        foreach (var file in root.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(copy, file.Name));
        }

        foreach (var folder in new[] { "model", "ingest", "reports", "dashboard" })
        {
            Copy(new DirectoryInfo(Path.Combine(root.FullName, folder)), Path.Combine(copy, folder));
        }
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var inner in from.EnumerateDirectories().Where(inner => inner.Name is not ("bin" or "obj")))
        {
            Copy(inner, Path.Combine(to, inner.Name));
        }
    }

    private async Task<(int ExitCode, string Output)> BuildAsync(string project)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = copy,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            ArgumentList = { "build", project, "-nologo", "-v", "q", "-nodeReuse:false" },
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheOuterBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        start.ArgumentList.Add("-p:UseSharedCompilation=false");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var build = Process.Start(start)!;
        build.StandardInput.Close();
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, output);
    }

    private static bool IsOfTheOuterBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"Trespass\.cs.*error CS(0246|0234)\b")]
    private static partial Regex NotThere();
}
