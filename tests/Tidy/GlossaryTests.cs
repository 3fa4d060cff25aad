using Analytics.Tidy.Rules;

namespace Analytics.Tidy;

public sealed class GlossaryTests
{
    private const string Header = "name,zh,en,unit,kind,meaning,not\n";
    private const string Glossary = "model/Star/glossary.csv";

    private static readonly (string, string) Table =
        ("model/Star/schema/fact_sales.sql", """
            -- One row per line.
            create table fact_sales (
                qty decimal(18, 4) not null,
                net_amount decimal(18, 4) not null,
            );

            """);

    private static readonly (string, string) Measure =
        ("model/Star/measures/fact_sales.sql", "create or replace macro sales_qty(qty) as sum(qty);\n");

    [Fact]
    public void Every_column_and_measure_has_one_row() => Judge.Holds(GlossaryRules.EveryNameHasOneRow);

    [Fact]
    public void Every_row_names_something() => Judge.Holds(GlossaryRules.EveryRowIsUsed);

    [Fact]
    public void Every_row_is_complete() => Judge.Holds(GlossaryRules.RowsAreComplete);

    [Fact]
    public void A_column_and_a_measure_without_row_are_found() =>
        Judge.Finds(GlossaryRules.EveryNameHasOneRow,
            ["model/Star/schema/fact_sales.sql:4", "model/Star/measures/fact_sales.sql:1"],
            Table, Measure, (Glossary, Header + "qty,数量,Quantity,,measure,Base units,\n"));

    [Fact]
    public void A_second_row_of_a_name_is_found() =>
        Judge.Finds(GlossaryRules.EveryNameHasOneRow, [Glossary + ":4"],
            Table, (Glossary, Header + "qty,a,b,,c,d,\nnet_amount,a,b,,c,d,\nqty,a,b,,c,d,\n"));

    [Fact]
    public void A_row_of_nothing_is_found_and_one_that_a_report_speaks_of_is_not() =>
        Judge.Finds(GlossaryRules.EveryRowIsUsed, [Glossary + ":3"],
            Table, Measure, ("reports/catalog/a.sql", "select rank_no from sales\n"),
            (Glossary, Header + "qty,a,b,,c,d,\nold_qty,a,b,,c,d,\nrank_no,a,b,,c,d,\nsales_qty,a,b,,c,d,\n"));

    [Fact]
    public void A_row_of_a_table_or_a_dimension_is_used() =>
        Judge.Finds(GlossaryRules.EveryRowIsUsed, [Glossary + ":4"],
            ("model/Star/schema/dim_store.sql", "  store_code text,\n  store_name text,\n  a_code text\n"),
            (Glossary, Header + "dim_store,a,b,,c,d,\nstore,a,b,,c,d,\na,a,b,,c,d,\n"));

    [Fact]
    public void A_missing_glossary_a_short_row_and_an_empty_label_are_found()
    {
        Judge.Finds(GlossaryRules.RowsAreComplete, [Glossary + ":1"], Table);
        Judge.Finds(GlossaryRules.RowsAreComplete, [Glossary + ":2", Glossary + ":3"],
            (Glossary, Header + "qty,数量,Quantity\nqty,,Quantity,,c,d,\nqty,数量,Quantity,,c,\"x, y\",\n"));
    }
}
