using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>Invoices of a foreign database, beside the list of what each of them is over.</summary>
public sealed class ForeignInvoiceTests
{
    /// <summary>No other document has these.</summary>
    private const long FirstId = 1_000_000;

    private const string NotThere = "|names what is not there: add it to the source, or mend it";

    private const string Refused = "|is over a document that is left out: mend that one first";

    private const string Tables = """
        create table invoice_head (
            id bigint, kind varchar(20), number varchar(20), day timestamp, store varchar(20), party varchar(20));
        create table invoice_part (
            id bigint, ord bigint, item varchar(20), qty decimal(18, 4), net decimal(18, 4), tax decimal(18, 4));
        create table invoice_of (
            id bigint, ord bigint, of_id bigint, of_ord bigint, of_kind varchar(20), of_day timestamp,
            form varchar(20), code varchar(20), number varchar(20), issued timestamp, red varchar(20));
        """;

    private const string Facts = """
        select invoice.document_no, invoice.line_no, invoice.document_kind,
            strftime(invoice.business_date, '%Y-%m-%d'), store.store_code, party.party_code, item.item_code,
            invoice.invoice_side, invoice.invoice_kind, invoice.invoice_code, invoice.invoice_no,
            strftime(invoice.issued_date, '%Y-%m-%d'), invoice.red_info_no, invoice.invoiced_document_key,
            invoice.invoiced_line_no, invoice.invoiced_document_kind,
            strftime(invoice.invoiced_date, '%Y-%m-%d'), invoice.qty, invoice.net_amount, invoice.tax_amount,
            invoice.gross_amount
        from fact_invoice as invoice
        join dim_store as store using (store_key) join dim_party as party using (party_key)
        join dim_item as item using (item_key)
        """;

    /// <summary>An invoice of one line.</summary>
    private sealed record Invoice(long Id, string Kind, DateTime Day, GraspLine Of, decimal Part)
    {
        /// <summary>The invoice that this one takes back.</summary>
        public Invoice? Back { get; init; }

        /// <summary>Whether what it is over is in the source no more.</summary>
        public bool IsLost { get; init; }

        public string Form { get; init; } = "special";

        public DateTime? Issued { get; init; }

        public string No => "F" + Id.ToString(CultureInfo.InvariantCulture);

        public decimal Qty => Of.Qty * Part;

        public decimal Net => decimal.Round(Of.Net * Part, 2);

        public decimal Tax => decimal.Round(Of.Tax * Part, 4);

        public long OfId => IsLost ? 7_777_777 : Key(Of);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_line_of_an_invoice_is_over_what_its_list_says(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres);
        using var desk = new ForeignDesk(book.Settings);
        var invoices = Draw(book).ToList();
        await book.ExecuteAsync(Tables + string.Concat(invoices.SelectMany(Rows)));
        Map(desk);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        invoices.GroupBy(one => one.Kind).Should().HaveCount(3).And.OnlyContain(of => of.Count() > 2);
        invoices.Should().Contain(one => one.IsLost);
        (await desk.RowsAsync(Facts)).Order(StringComparer.Ordinal).Should().Equal(
            invoices.Select(Expected).Order(StringComparer.Ordinal));
        (await desk.RowsAsync("""
            select sales.document_no, sales.line_no,
                (sales.qty - coalesce(sum(invoice.qty), 0))::decimal(18, 4)
            from fact_sales as sales
            left join fact_invoice as invoice
                on invoice.invoiced_document_key = sales.document_key and invoice.invoiced_line_no = sales.line_no
            group by sales.document_no, sales.line_no, sales.qty
            """)).Order(StringComparer.Ordinal).Should().Equal(Uninvoiced(book, invoices));
    }

    [Fact]
    public async Task Wrong_invoices_are_left_out_whole_listed_counted_and_taken_when_mended()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        // Tickets, which nobody settles.
        var sold = book.Lines.Where(line => line is { Kind: "sale", LineNo: 1 } && line.DocumentNo[0] == 'T').ToList();
        var bought = book.Lines.First(line => line.Kind == "purchase_receipt");
        var all = Enumerable.Range(0, 9)
            .Select(n => new Invoice(FirstId + n, "sales_invoice", sold[n].At.AddDays(3), sold[n], 1)).ToList();
        all[4] = all[4] with { Of = bought };
        all.Add(new Invoice(FirstId + 9, "red_invoice", sold[7].At.AddDays(9), sold[7], -1) { Back = all[7] });
        await book.ExecuteAsync(Tables + string.Concat(all.SelectMany(Rows)) + Break(sold[8], sold[7]));
        Map(desk);

        var published = await desk.PublishAsync();

        var told = desk.Quarantined()
            .Select(row => string.Join('|', row[0], row[2], row[3], row[4], row[6])).ToList();
        told.Where(row => !row.Contains("|is left out with its document", StringComparison.Ordinal)
                && !row.Contains("|qty|x|", StringComparison.Ordinal))
            .Should().BeEquivalentTo(
                Line(0, "line_no|1|comes twice: take one out, or mend the mapping"),
                Line(1, "line_no|5" + NotThere),
                $"document_line.sql|{FirstId + 2}|line_no|1|says not what it is over: give it in invoice_line.sql",
                Line(3, "of_line_no|7777777/1" + NotThere),
                Line(4, "of_document_id|purchase_receipt|is over a document of the other side: of sales to customers, "
                    + "of purchases from suppliers: mend the mapping"),
                Line(5, "invoice_kind|paper" + NotThere),
                Line(7, $"of_document_id|{Key(sold[7])}" + Refused),
                Line(8, $"of_document_id|{Key(sold[8])}" + Refused),
                Line(9, $"of_document_id|{FirstId + 7}" + Refused),
                Line(Key(sold[8]) - FirstId, "document_id|sale|is of a document that is no invoice: mend the mapping"));
        published.Quarantined.Should().Be(
            desk.Quarantined().Select(row => (row[0], row[1])).Distinct().Count());
        (await desk.RowsAsync(Facts)).Should().Equal(Expected(all[6]));

        await book.ExecuteAsync($"""
            delete from invoice_of where of_kind = 'wrong';
            update invoice_of set ord = 1, form = 'special' where id < {FirstId + 9};
            update invoice_of set of_id = {Key(sold[3])} where id = {FirstId + 3};
            update invoice_head set kind = 'purchase_invoice' where id = {FirstId + 4};
            insert into invoice_of
            select {FirstId + 2}, 1, {Key(sold[2])}, 1, null, null, 'special', '', 'N{FirstId + 2}', null, '';
            update vretailbill set qty = {Number(-sold[7].Qty)} where qty = 'x';
            """);
        (await desk.PublishAsync()).Quarantined.Should().Be(0);
        (await desk.RowsAsync(Facts)).Order(StringComparer.Ordinal).Should().Equal(
            all.Select(one => Expected(one.Id == FirstId + 4 ? one with { Kind = "purchase_invoice" } : one))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Invoices_the_source_adds_up_otherwise_are_not_published_and_without_their_lines_none_are_there()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        using var without = new ForeignDesk(book.Settings);
        var invoices = Draw(book).ToList();
        await book.ExecuteAsync(Tables + string.Concat(invoices.SelectMany(Rows)));
        Map(desk, missed: 1);
        Map(without, hasLines: false);

        (await desk.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings
            .Should().ContainSingle().Which.Audit.Should().Be("invoice_off_control_totals");
        (await without.PublishAsync()).Quarantined.Should().Be(0);
        (await without.RowsAsync("select count(*) from fact_invoice")).Should().Equal("0");
    }

    private static string Line(long id, string rest) => $"invoice_line.sql|{FirstId + id}|{rest}";

    private static IEnumerable<Invoice> Draw(GraspBook book)
    {
        var random = new Random(17);
        var id = FirstId;
        string[] forms = ["special", "general", "electronic", ""];
        foreach (var line in book.Lines.Where(_ => random.Next(3) > 0))
        {
            var kind = line.Kind.StartsWith("sale", StringComparison.Ordinal) ? "sales_invoice" : "purchase_invoice";
            var first = new Invoice(id++, kind, line.At.AddDays(random.Next(40)), line, random.Next(1, 5) / 4m)
            {
                Form = forms[random.Next(4)], IsLost = random.Next(12) == 0,
            };
            yield return first with { Issued = random.Next(2) == 0 ? null : first.Day.AddDays(-1) };
            if (first.Part < 1 && random.Next(2) == 0)
            {
                yield return first with { Id = id++, Part = 1 - first.Part, Day = first.Day.AddDays(2) };
            }

            if (random.Next(5) == 0)
            {
                yield return first with
                {
                    Id = id++, Kind = "red_invoice", Part = -first.Part, Day = first.Day.AddDays(5), Back = first,
                };
            }
        }
    }

    private static IEnumerable<string> Rows(Invoice one)
    {
        yield return $"insert into invoice_head values ({one.Id}, '{one.Kind}', '{one.No}', '{Date(one.Day)}', "
            + $"'{one.Of.Store}', 'C1');\n";
        yield return $"insert into invoice_part values ({one.Id}, 1, '{one.Of.Item}', {Number(one.Qty)}, "
            + $"{Number(one.Net)}, {Number(one.Tax)});\n";
        var (id, line) = one.Back is { } back ? (back.Id, 1) : (one.OfId, one.Of.LineNo);
        var lost = one.IsLost && one.Back is null ? $"'{one.Of.Kind}', '{Date(one.Of.At)}'" : "null, null";
        var form = one.Form.Length == 0 ? "null" : $"'{one.Form}'";
        var issued = one.Issued is { } day ? $"'{Date(day)}'" : "null";
        yield return $"insert into invoice_of values ({one.Id}, 1, {id}, {line}, {lost}, {form}, '', 'N{one.Id}', "
            + $"{issued}, {(one.Back is null ? "null" : "'R1'")});\n";
    }

    private static string Expected(Invoice one) => string.Join(
        '|', one.No, 1, one.Kind, Date(one.Day), one.Of.Store, "C1", one.Of.Item,
        one.Of.Kind.StartsWith("sale", StringComparison.Ordinal) ? "sales" : "purchase", one.Form, "", "N" + one.Id,
        Date(one.Issued ?? one.Day), one.Back is null ? "" : "R1", one.OfId, one.Of.LineNo, one.Of.Kind,
        Date(one.Of.At), Text(one.Qty), Text(one.Net), Text(one.Tax), Text(one.Net + one.Tax));

    private static IEnumerable<string> Uninvoiced(GraspBook book, List<Invoice> invoices) => book.Lines
        .Where(line => line.Kind.StartsWith("sale", StringComparison.Ordinal))
        .Select(line => string.Join(
            '|', line.DocumentNo, line.LineNo,
            Text(line.Qty - invoices.Where(one => one.Of == line && !one.IsLost).Sum(one => one.Qty))))
        .Order(StringComparer.Ordinal);

    /// <summary>Breaks all invoices but one, two of them by the sales they are over.</summary>
    private static string Break(GraspLine mistaken, GraspLine refused) => $"""
        insert into invoice_of
        select id, ord, of_id, of_ord, 'wrong', of_day, form, code, number, issued, red from invoice_of
        where id = {FirstId};
        update invoice_of set ord = 5 where id = {FirstId + 1};
        delete from invoice_of where id = {FirstId + 2};
        update invoice_of set of_id = 7777777, of_ord = 1 where id = {FirstId + 3};
        update invoice_of set form = 'paper' where id = {FirstId + 5};
        insert into invoice_of values
            ({Key(mistaken)}, {mistaken.LineNo}, {Key(mistaken)}, 1, 'wrong', null, null, '', '', null, '');
        update vretailbill set qty = 'x' where billid = {refused.DocumentNo[1..]} and ord = {refused.LineNo};
        """;

    private static void Map(ForeignDesk desk, int missed = 0, bool hasLines = true)
    {
        var sums = $"""
            union all select id, 'invoice_lines', count(*) from invoice_part group by id
            union all select id, 'invoice_qty', round(sum(qty), 4) + {missed} from invoice_part group by id
            union all select id, 'invoice_net', round(sum(net), 4) from invoice_part group by id
            union all select id, 'invoice_tax', round(sum(tax), 4) from invoice_part group by id
            """;
        desk.CopyShipped((table, sql) => table switch
        {
            "document" => $"select * from ({Bare(sql)}) as d union all "
                + "select id, kind, number, day, day, store, party, null from invoice_head",
            "document_line" => $"select * from ({Bare(sql)}) as l union all select id, ord, item, qty, net, tax, 0, 0, "
                + "null, null from invoice_part",
            "control" => $"select * from ({Bare(sql)}) as c union all "
                + "select id, 'store_documents', 1 from invoice_head " + (hasLines ? sums : ""),
            _ => sql,
        });
        if (hasLines)
        {
            desk.Map("invoice_line", "select id as document_id, ord as line_no, of_id as of_document_id, "
                + "of_ord as of_line_no, of_kind, of_day as of_date, form as invoice_kind, code as invoice_code, "
                + "number as invoice_no, issued as issued_date, red as red_info_no from invoice_of");
        }
    }

    private static long Key(GraspLine line) =>
        (long.Parse(line.DocumentNo[1..], CultureInfo.InvariantCulture) * 3) + (line.DocumentNo[0] == 'T' ? 1 : 0);

    private static string Bare(string sql) => sql.TrimEnd().TrimEnd(';');

    private static string Date(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
