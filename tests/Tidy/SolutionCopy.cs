using System.Diagnostics;

namespace Analytics.Tidy;

/// <summary>A copy of the product's sources in a temporary folder, to try what a build says to a change.</summary>
public sealed class SolutionCopy : IDisposable
{
    private static readonly string[] Folders = ["model", "ingest", "reports", "dashboard"];

    public SolutionCopy()
    {
        var root = new DirectoryInfo(Repository.Root);
        foreach (var file in root.EnumerateFiles())
        {
            file.CopyTo(System.IO.Path.Combine(Path, file.Name));
        }

        foreach (var folder in Folders)
        {
            var inner = new DirectoryInfo(System.IO.Path.Combine(root.FullName, folder));
            Copy(inner, System.IO.Path.Combine(Path, folder));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("fence").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Builds a project of the copy, and gives the errors, each once.</summary>
    public async Task<IReadOnlyList<string>> ErrorsOfAsync(string project)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path,
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
        return [.. output.Split('\n').Where(line => line.Contains("error ", StringComparison.Ordinal)).Distinct()];
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(System.IO.Path.Combine(to, file.Name));
        }

        foreach (var inner in from.EnumerateDirectories().Where(inner => inner.Name is not ("bin" or "obj")))
        {
            Copy(inner, System.IO.Path.Combine(to, inner.Name));
        }
    }

    private static bool IsOfTheOuterBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
