using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class DataFileTests
{
    [Fact]
    public void Every_data_file_is_used() => Judge.Holds(DataFileRules.AreUsed);

    [Fact]
    public void Every_listed_folder_is_read() => Judge.Holds(DataFileRules.ListedFoldersAreRead);

    [Fact]
    public void Every_table_of_the_star_has_its_load() => Judge.Holds(DataFileRules.LoadsMatchTables);

    [Fact]
    public void A_file_that_nothing_names_is_found()
    {
        Judge.Finds(DataFileRules.AreUsed, ["ingest/sql/dead.sql:1", "ingest/old.csv:1"],
            ("ingest/Ingest.csproj", "<Project />"),
            ("ingest/Run.cs", """var a = Text("sql/live.sql"); var b = Text("named"); // dead.sql"""),
            ("ingest/sql/live.sql", ""),
            ("ingest/sql/named.sql", ""),
            ("ingest/load/fact_sales.sql", ""),
            ("ingest/sql/dead.sql", ""),
            ("ingest/old.csv", ""),
            ("model/Ledger/a.cs", """var a = "sql/dead.sql";"""),
            ("tests/Ingest.Tests/given.sql", ""));
    }

    [Fact]
    public void A_listed_folder_that_nothing_reads_is_found()
    {
        Judge.Finds(DataFileRules.ListedFoldersAreRead, ["ingest/audits/a.sql:1"],
            ("ingest/Run.cs", """var a = Files("load/"); var b = "audits of the load";"""),
            ("ingest/load/a.sql", ""),
            ("ingest/audits/a.sql", ""));
    }

    [Fact]
    public void A_table_without_load_and_a_load_without_table_are_found()
    {
        Judge.Finds(DataFileRules.LoadsMatchTables, ["model/Star/schema/dim_b.sql:1", "ingest/load/dim_c.sql:1"],
            ("model/Star/schema/dim_a.sql", ""),
            ("model/Star/schema/dim_b.sql", ""),
            ("ingest/load/dim_a.sql", ""),
            ("ingest/load/dim_c.sql", ""));
    }
}
