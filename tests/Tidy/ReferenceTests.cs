using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class ReferenceTests
{
    [Fact]
    public void Projects_refer_to_what_they_may() => Judge.Holds(ReferenceRules.Projects);

    [Fact]
    public void Packages_are_used_by_their_owners() => Judge.Holds(ReferenceRules.PackageOwners);

    [Fact]
    public void Packages_are_hidden_by_their_owners() => Judge.Holds(ReferenceRules.PackagesStayHidden);

    [Fact]
    public void Internals_are_shown_to_own_tests_alone() => Judge.Holds(ReferenceRules.Friends);

    [Fact]
    public void No_project_stands_inside_another() => Judge.Holds(ReferenceRules.Nesting);

    [Fact]
    public void Every_project_is_in_the_solution() => Judge.Holds(ReferenceRules.Solution);

    [Fact]
    public void Versions_stand_in_one_place() => Judge.Holds(PackageRules.VersionsAreCentral);

    [Fact]
    public void Every_version_has_a_reason() => Judge.Holds(PackageRules.VersionsHaveReasons);

    [Fact]
    public void Every_version_is_used() => Judge.Holds(PackageRules.VersionsAreUsed);

    [Fact]
    public void An_extra_reference_and_an_unknown_project_are_found()
    {
        Judge.Finds(ReferenceRules.Projects,
            ["reports/Reports.csproj:2", "tests/Star.Tests/Star.Tests.csproj:3", "x/X.csproj:1"],
            ("reports/Reports.csproj", Project("""
                <ProjectReference Include="..\model\Ledger\Ledger.csproj" />
                <ProjectReference Include="../model/Star/Star.csproj" />
                """)),
            ("tests/Star.Tests/Star.Tests.csproj", Project("""
                <ProjectReference Include="../../model/Star/Star.csproj" />
                <ProjectReference Include="../../reports/Reports.csproj" />
                """)),
            ("x/X.csproj", Project("")));
    }

    [Fact]
    public void A_package_outside_its_owner_and_an_unknown_package_are_found()
    {
        Judge.Finds(ReferenceRules.PackageOwners, ["reports/Reports.csproj:2", "reports/Reports.csproj:4"],
            ("reports/Reports.csproj", Project("""
                <PackageReference Include="linq2db" />
                <PackageReference Include="ClosedXML" />
                <PackageReference Include="Left.Pad" />
                """)),
            ("jobs/Forecast/Forecast.csproj", Project("""<PackageReference Include="Microsoft.ML.FastTree" />""")),
            ("tests/Star.Tests/Star.Tests.csproj", Project("""<PackageReference Include="DuckDB.NET.Data.Full" />""")));
    }

    [Fact]
    public void A_package_that_flows_on_is_found()
    {
        Judge.Finds(ReferenceRules.PackagesStayHidden, ["reports/Reports.csproj:2", "reports/Reports.csproj:3"],
            ("reports/Reports.csproj", Project("""
                <PackageReference Include="A" />
                <PackageReference Include="B" PrivateAssets="contentfiles;build" />
                <PackageReference Include="C" PrivateAssets="compile;build" />
                <PackageReference Include="D" PrivateAssets="all" />
                """)));
    }

    [Fact]
    public void A_stranger_who_sees_internals_is_found()
    {
        Judge.Finds(ReferenceRules.Friends, ["model/Star/Star.csproj:3"],
            ("model/Star/Star.csproj", Project("""
                <InternalsVisibleTo Include="Analytics.Star.Tests" />
                <InternalsVisibleTo Include="Analytics.Reports" />
                """)));
    }

    [Fact]
    public void A_nested_project_and_one_missing_in_the_solution_are_found()
    {
        (string, string)[] files =
        [
            ("Analytics.sln", """ = "Jobs", "jobs\Jobs.csproj", "{1}" """),
            ("jobs/Jobs.csproj", Project("")),
            ("jobs/Host/Host.csproj", Project("")),
        ];

        Judge.Finds(ReferenceRules.Nesting, ["jobs/Host/Host.csproj:1"], files);
        Judge.Finds(ReferenceRules.Solution, ["jobs/Host/Host.csproj:1"], files);
    }

    [Fact]
    public void A_version_in_a_project_without_reason_or_unused_is_found()
    {
        (string, string)[] files =
        [
            ("a/A.csproj", Project("""
                <PackageReference Include="A" Version="1.0" />
                <PackageReference Include="B" />
                """)),
            ("Directory.Packages.props", Project("""
                <!-- Reason. -->
                <PackageVersion Include="A" Version="1.0" />
                <PackageVersion Include="B" Version="1.0" />
                <!-- Reason. -->
                <PackageVersion Include="C" Version="1.0" />
                """)),
        ];

        Judge.Finds(PackageRules.VersionsAreCentral, ["a/A.csproj:2"], files);
        Judge.Finds(PackageRules.VersionsHaveReasons, ["Directory.Packages.props:4"], files);
        Judge.Finds(PackageRules.VersionsAreUsed, ["Directory.Packages.props:6"], files);
    }

    private static string Project(string items) => $"<Project><ItemGroup>\n{items}\n</ItemGroup></Project>\n";
}
