using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Tidy;

/// <summary>The fences tried: a line that names a type from behind one, and a build.</summary>
[Trait("Category", "Slow")]
public sealed partial class FenceTests(SolutionCopy copy) : IClassFixture<SolutionCopy>
{
    /// <summary>The last type stands for the control: it is not behind a fence, and its line compiles.</summary>
    [Theory]
    [InlineData("ingest/Ingest.csproj", "DuckDB.NET.Data.DuckDBConnection", "Microsoft.Data.Sqlite.SqliteConnection",
        "Analytics.Ledger.Book")]
    [InlineData("reports/Reports.csproj", "LinqToDB.Data.DataConnection", "DuckDB.NET.Data.DuckDBConnection",
        "Analytics.Ledger.Book", "System.Text.StringBuilder")]
    [InlineData("dashboard/Dashboard.csproj", "LinqToDB.Data.DataConnection", "DuckDB.NET.Data.DuckDBConnection",
        "ClosedXML.Excel.XLWorkbook", "Analytics.Ingest.Import.Importer", "Analytics.Ledger.Book")]
    public async Task Types_from_behind_a_fence_do_not_compile(string project, params string[] types)
    {
        var trespass = Path.Combine(copy.Path, Path.GetDirectoryName(project)!, "Trespass.cs");
        await File.WriteAllLinesAsync(trespass,
        [
            $"namespace Analytics.{Path.GetFileNameWithoutExtension(project)};",
            "internal static class Trespass",
            "{",
            .. types.Select((type, index) => $"public static string? Name{index} => typeof({type}).FullName;"),
            "}",
        ]);

        var errors = await copy.ErrorsOfAsync(project);
        File.Delete(trespass);

        var refused = errors.Select(error => NotThere().Match(error)).ToList();
        refused.Should().OnlyContain(match => match.Success, "nothing else is wrong:\n{0}", string.Join('\n', errors));
        refused.Select(match => types[Line(match) - FirstLine]).Distinct()
            .Should().BeEquivalentTo(types[..^1]);
    }

    private const int FirstLine = 4;

    private static int Line(Match match) => int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Trespass\.cs\((?<line>\d+),.*error CS(0246|0234)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex NotThere();
}
