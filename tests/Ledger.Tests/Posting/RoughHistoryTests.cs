using Analytics.Fixtures;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;

namespace Analytics.Ledger.Tests.Posting;

/// <summary>After any history, however rough, the book adds up in every way it can be added up.</summary>
public sealed class RoughHistoryTests
{
    [Theory]
    [InlineData(1, 16)]
    [InlineData(2, 3)]
    [InlineData(3, 7)]
    [InlineData(4, 64)]
    [InlineData(5, 2)]
    [InlineData(6, 1000)]
    public async Task A_rough_history_adds_up(int seed, long blockSize) => await HoldsAsync(seed, blockSize, 120);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Many_rough_histories_add_up()
    {
        for (var seed = 100; seed < 160; seed++)
        {
            await HoldsAsync(seed, 2 + (seed % 30), 200);
        }
    }

    private static async Task HoldsAsync(int seed, long blockSize, int batches)
    {
        using var place = new TestPlace();
        await using var book = await Book.OpenAsync(place.Text, BusinessDay.Shanghai, default);
        var random = new Random(seed);
        Journal[] journals =
        [
            await Journal.OpenAsync(book, TimeProvider.System, blockSize, default),
            await Journal.OpenAsync(book, TimeProvider.System, blockSize, default),
        ];
        var (posted, refused) = (0, new HashSet<RefusalReason>());
        foreach (var batch in new RoughHistory(seed).Batches(batches))
        {
            var at = random.Next(2);
            foreach (var result in await journals[at].PostAsync(batch, default))
            {
                posted += result is PostResult.Posted ? 1 : 0;
                _ = result is PostResult.Refused no && refused.Add(no.Refusal.Reason);
            }

            if (random.Next(10) == 0)
            {
                await journals[at].DisposeAsync();
                journals[at] = await Journal.OpenAsync(book, TimeProvider.System, blockSize, default);
            }
        }

        await journals[0].DisposeAsync();
        await journals[1].DisposeAsync();
        posted.Should().BeGreaterThan(batches);
        refused.Should().Contain(RefusalReason.DuplicateKey).And.Contain(RefusalReason.InsufficientStock)
            .And.Contain(RefusalReason.ExceedsOriginal).And.Contain(RefusalReason.ClosedPeriod);
        var report = await BookVerifier.VerifyAsync(book, [], null, blockSize, default);
        report.Findings.Should().BeEmpty("of seed {0}", seed);
        AddsUp(place, seed);
    }

    private static void AddsUp(TestPlace place, int seed)
    {
        using var connection = place.Connect();
        string[] mustBeEmpty =
        [
            "select s.item_id, s.qty, s.value from state_pool s join (select item_id, depot_id, sum(qty) "
                + "q, sum(value) v from stock_movement group by 1, 2) m using (item_id, depot_id) where s.qty "
                + "<> m.q or s.value <> m.v",
            "select 1 where (select sum(amount) from state_balance) <> 0",
            "select 1 where (select amount from state_balance where account = '1405') <> (select "
                + "sum(value) from state_pool)",
            "select 1 where (select sum(case when debit_account = '1405' then amount else -amount end) "
                + "from money_movement where '1405' in (debit_account, credit_account)) <> (select sum(value) "
                + "from state_pool)",
            "select 1 where (select amount from state_balance where account = '6401') <> (select "
                + "sum(l.cost_amount) from document_line l join document using (seq) where kind in ('sale', "
                + "'sale_return')) + (select coalesce(sum(cost_amount), 0) from cost_adjustment)",
            "select seq from document join document_line l using (seq) join stock_movement m using (seq) "
                + "where m.qty <> 0 and l.line_no = m.document_line_no and (abs(l.qty) <> abs(m.qty) or "
                + "abs(l.cost_amount) <> abs(m.value))",
            "select s.item_id from state_pool s left join (select item_id, depot_id, sum(qty) u from "
                + "state_pool_queue where is_layer = 0 group by 1, 2) as owed using (item_id, depot_id) where "
                + "coalesce(u, 0) <> case when s.qty < 0 then -s.qty else 0 end",
            "select original_seq from document_line r group by original_seq, original_line_no having "
                + "original_seq > 0 and -sum(qty) > (select qty from document_line o where o.seq = original_seq "
                + "and o.line_no = original_line_no)",
            "select a.seq from cost_adjustment a join document_line o on o.seq = a.original_seq and "
                + "o.line_no = a.original_line_no where o.is_cost_explicit = 1",
            "select 1 where (select max(seq) from entry) <> (select count(*) from entry)",
            "select measure from (select measure, total from control_total union all select measure, "
                + "total from state_control) as totals where measure = 'stock_value' group by 1 having sum(total) <> "
                + "(select sum(value) from state_pool)",
            "select d.seq from document d join entry e using (seq) join period_close p on p.seq < d.seq "
                + "where d.business_date <= p.closed_to",
            "select a.seq from cost_adjustment a join period_close p on p.seq < a.seq where "
                + "a.business_date <= p.closed_to",
        ];
        foreach (var sql in mustBeEmpty)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var rows = command.ExecuteReader();
            rows.Read().Should().BeFalse("seed {0}: {1}", seed, sql);
        }
    }
}
