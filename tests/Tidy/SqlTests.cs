using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class SqlTests
{
    [Fact]
    public void Sql_stands_in_sql_files() => Judge.Holds(SqlRules.InStrings);

    [Fact]
    public void Sql_is_lower_case() => Judge.Holds(SqlRules.UpperCase);

    [Fact]
    public void Sql_names_its_columns() => Judge.Holds(SqlRules.SelectStar);

    [Fact]
    public void Aliases_are_words() => Judge.Holds(SqlRules.ShortAliases);

    [Fact]
    public void Aliases_are_written_with_as() => Judge.Holds(SqlRules.BareAliases);

    [Theory]
    [InlineData("select item_id from item")]
    [InlineData("  SELECT *\nFROM item")]
    [InlineData("select count(*)")]
    [InlineData("select 1")]
    [InlineData("with sold as (select 1) x")]
    [InlineData("; select a, sum(b) as b from x")]
    [InlineData("insert into item values (1)")]
    [InlineData("insert or ignore into item values (1)")]
    [InlineData("update item set name = ''")]
    [InlineData("delete from item")]
    [InlineData("create temp view sales as")]
    [InlineData("create or replace macro x(y) as y")]
    [InlineData("alter table item add column x")]
    [InlineData("drop table item")]
    [InlineData("attach 'x' as y")]
    [InlineData("pragma journal_mode")]
    public void Sql_in_a_string_is_found(string sql)
    {
        Judge.Finds(SqlRules.InStrings, ["ingest/a.cs:1"],
            ("ingest/a.cs", $"""var x = @"{sql}";"""),
            ("tests/Ingest.Tests/a.cs", $"""var x = @"{sql}";"""),
            ("reports/ViewComposer.cs", $"""var x = @"{sql}";"""));
    }

    [Fact]
    public void Sql_in_pieces_and_holes_is_found_once()
    {
        Judge.Finds(SqlRules.InStrings, ["a.cs:1", "a.cs:3"],
            ("a.cs", """
                var x = "select a, "
                    + "b from c";
                var y = $"insert into {table} values ({value})";
                """));
    }

    [Theory]
    [InlineData("Select a store from the list")]
    [InlineData("please select a file from the disk")]
    [InlineData("no row was selected from it")]
    [InlineData("the update of the set is late")]
    [InlineData("delete the file or restore it from a backup")]
    [InlineData("create the table first")]
    [InlineData("with care (as always)")]
    [InlineData("attach the file")]
    [InlineData("set the region = first")]
    public void A_sentence_is_not_taken_for_sql(string text) =>
        Judge.FindsNothing(SqlRules.InStrings, ("a.cs", $"""var x = "{text}";"""));

    [Theory]
    [InlineData("attach '{path}' as book (read_only)")]
    [InlineData("pragma journal_mode = wal")]
    [InlineData("checkpoint")]
    [InlineData("set threads = 2")]
    public void An_owner_of_an_engine_may_say_what_takes_no_value(string sql)
    {
        Judge.Finds(SqlRules.InStrings, ["reports/a.cs:1"],
            ("model/Star/a.cs", $"""var x = "{sql}";"""),
            ("reports/a.cs", $"""var x = "{sql}";"""));
    }

    [Fact]
    public void Upper_case_is_found_outside_quotes_comments_and_parameters()
    {
        Judge.Finds(SqlRules.UpperCase, ["a.sql:2", "a.sql:4"],
            ("a.sql", """
                -- Note: SELECT
                Select 'ABC' as "Name",
                /* X
                */ 1E6 as total, SUM(a) as sum, $From, @To

                """));
    }

    [Fact]
    public void Select_star_is_found_outside_staging_and_tests()
    {
        Judge.Finds(SqlRules.SelectStar, ["ingest/load/a.sql:1", "ingest/load/a.sql:2"],
            ("ingest/load/a.sql", "select * from x\nunion all select count(*), a * b, x.* from x\n-- select *\n"),
            ("ingest/staging/a.sql", "select * from x\n"),
            ("tests/Ingest.Tests/a.sql", "select * from x\n"));
    }

    [Fact]
    public void A_one_letter_alias_is_found() =>
        Judge.Finds(SqlRules.ShortAliases, ["a.sql:1"], ("a.sql", "select a as b from item as item\n"));

    [Fact]
    public void An_alias_without_as_is_found()
    {
        Judge.Finds(SqlRules.BareAliases, ["a.sql:1", "a.sql:2"],
            ("a.sql", "select x from item i\ninner join main.store s on true\nleft join party as party using (id)\n"));
        Judge.FindsNothing(SqlRules.BareAliases,
            ("a.sql", """
                select extract(year from sold_on) as sold_year, a is distinct from b as differs
                from sales
                inner join store on true
                where x is not distinct from y and z
                """));
    }
}
