using System.Globalization;
using Analytics.Fixtures;
using Microsoft.Data.Sqlite;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>What marks a sales line, told again in C# from the book's rows, table by table.</summary>
public sealed class SalesMarksTests
{
    private static readonly HashSet<string> SoldKinds =
    [
        "sale", "sale_return", "delivery_receipt", "leftover_return", "exchange", "consignment_settlement",
        "consigned_sale", "voucher_redeem", "lend_sale",
    ];

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public async Task Tickets_returns_gifts_members_and_departments_are_those_of_the_book(int seed)
    {
        await using var company = await CompanyFolder.CreateAsync(200, seed);
        await company.TradeAsync(150);

        // Members come and go, a department and a channel, and tickets that the insurance settled.
        await company.ChangeBookAsync("""
            insert into member_level_change
                select min(seq), party_id, -1, 7 from document where party_id > 0 group by party_id;
            insert into member_level_change
                select max(seq) - 20, party_id, 7, -1 from document where party_id % 2 = 0 and party_id > 0
                group by party_id having max(seq) - 20 > min(seq);
            insert into list_value values (1, 91, 'department', 'D', 'D', -1, 1), (2, 92, 'channel', 'C', 'C', -1, 1);
            update store set department_id = 91 where store_id % 2 = 0;
            update document set channel_id = 92 where seq % 3 = 0;
            insert into document_insurance
                select seq, 's', 'v', '1', '', '', '', '', '', '' from document where kind = 'sale' and seq % 4 = 0;
            """);
        Published(await company.SnapshotAsync());

        var expected = await MarksAsync(company);
        var found = (await RowsAsync(
                company,
                """
                select
                    document_key || '|' || line_no as line,
                    concat_ws(
                        '|',
                        ticket_count, is_return, is_member, is_promoted, is_insured, line_purpose, department_id,
                        channel_id, project_id, legal_entity_id, hour_id, (list_amount * 10000)::bigint,
                        (management_cost_amount * 10000)::bigint
                    ) as marks
                from fact_sales
                where document_kind <> 'cost_adjustment'
                """))
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!);

        found.Should().BeEquivalentTo(expected);
        found.Values.Should().Contain(marks => marks.StartsWith("-1|", StringComparison.Ordinal))
            .And.Contain(marks => marks.StartsWith("0|false|", StringComparison.Ordinal))
            .And.Contain(marks => marks.StartsWith("0|true|", StringComparison.Ordinal));
        foreach (var mark in (int[])[2, 4, 6, 7])
        {
            found.Values.Select(marks => marks.Split('|')[mark]).Distinct().Should().HaveCount(2);
        }
    }

    private static async Task<Dictionary<string, string>> MarksAsync(CompanyFolder company)
    {
        var documents = await BookAsync(
            company,
            "select seq, kind, is_reversal, party_id, store_version_id, employee_version_id, channel_id, project_id, "
            + "legal_entity_id, business_minute from document");
        var lines = (await BookAsync(
                company,
                "select seq, line_no, qty, purpose, promotion_id, list_amount, management_cost_amount "
                + "from document_line order by seq, line_no"))
            .ToLookup(row => (long)row[0]!);
        var levels = (await BookAsync(company, "select seq, party_id, level_id from member_level_change order by seq"))
            .ToLookup(row => (long)row[1]!);
        var stores = (await BookAsync(company, "select version_id, department_id from store"))
            .ToDictionary(row => (long)row[0]!, row => (long)row[1]!);
        var employees = (await BookAsync(company, "select version_id, department_id from employee"))
            .ToDictionary(row => (long)row[0]!, row => (long)row[1]!);
        var insured = (await BookAsync(company, "select seq from document_insurance"))
            .Select(row => (long)row[0]!).ToHashSet();

        var marks = new Dictionary<string, string>();
        foreach (var document in documents.Where(row => SoldKinds.Contains((string)row[1]!)))
        {
            var seq = (long)document[0]!;
            var isReversal = (long)document[2]! == 1;
            var level = levels[(long)document[3]!].LastOrDefault(row => (long)row[0]! <= seq)?[2] as long? ?? -1;
            var department = employees.GetValueOrDefault((long)document[5]!, -1);
            department = department != -1 ? department : stores.GetValueOrDefault((long)document[4]!, -1);
            var isTicketCounted = false;
            foreach (var line in lines[seq])
            {
                var qty = (long)line[2]!;
                var sells = qty != 0 && (isReversal ? qty < 0 : qty > 0);
                if ((string)document[1]! == "delivery_receipt" && !(qty > 0 == !isReversal))
                {
                    continue;
                }

                var ticket = sells && !isTicketCounted ? (isReversal ? -1 : 1) : 0;
                isTicketCounted |= sells;
                object[] all =
                [
                    ticket, Text(qty < 0 != isReversal), Text(level > 0), Text((long)line[4]! > 0),
                    Text(insured.Contains(seq)), line[3]!, department, document[6]!, document[7]!, document[8]!,
                    (long)document[9]! / 60, line[5]!, line[6]!,
                ];
                marks[string.Create(CultureInfo.InvariantCulture, $"{seq}|{line[1]}")] = string.Join(
                    '|', all.Select(mark => Convert.ToString(mark, CultureInfo.InvariantCulture)));
            }
        }

        return marks;
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static async Task<List<object?[]>> BookAsync(CompanyFolder company, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={company.File("ledger.db")};Pooling=False");
        await connection.OpenAsync();
        return await Query.RowsAsync(connection, sql);
    }
}
