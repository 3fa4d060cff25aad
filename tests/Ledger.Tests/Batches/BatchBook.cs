using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

/// <summary>A test book with items kept by batch, strict and lenient depots, and bins.</summary>
internal sealed class BatchBook : IAsyncDisposable
{
    /// <summary>Kept by batch and traced; moving average.</summary>
    public const string Drug = "B1";

    /// <summary>Kept by batch, costed by batch.</summary>
    public const string CostedByBatch = "B2";

    /// <summary>Kept by batch, in one pool for the company.</summary>
    public const string CompanyWide = "B3";

    /// <summary>Not kept by batch, in one pool for the company.</summary>
    public const string PlainCompanyWide = "P3";

    /// <summary>May not go negative, and wants a reason for every override.</summary>
    public const string Strict = "S8";

    private BatchBook(TestBook book) => Book = book;

    public TestBook Book { get; }

    public static async Task<BatchBook> OpenAsync(long blockSize = 65_536)
    {
        var book = new BatchBook(await TestBook.CreateAsync(blockSize));
        Submission[] masters =
        [
            new CostClassMaster("batch", "个别计价", CostMethod.Batch),
            new CostClassMaster("company", "全公司", CostMethod.MovingAverage) { IsCompanyWide = true },
            new ItemMaster(Drug, "阿莫西林", "A1")
            {
                BaseUnit = "盒", PackUnit = "箱", PackFactor = 10, IsBatchTracked = true, IsTraced = true,
            },
            new ItemMaster(CostedByBatch, "头孢", "A1") { IsBatchTracked = true, CostClassCode = "batch" },
            new ItemMaster(CompanyWide, "布洛芬", "A1") { IsBatchTracked = true, CostClassCode = "company" },
            new ItemMaster(PlainCompanyWide, "纱布", "A1") { CostClassCode = "company" },
            new StoreMaster(Strict, "总仓") { NeedsPickReason = true },
            new BinMaster(Strict, "A", "1"),
            new BinMaster(Strict, "A", "2"),
            new BinMaster(Strict, "A", "X") { IsLocked = true },
            new BinMaster(Store, "A", "1"),
        ];
        (await book.Book.Journal.PostAsync(masters, default)).Should().AllBeOfType<PostResult.Posted>();
        return book;
    }

    public static DocumentLine Of(
        string batch, decimal qty, string expires = "", string item = Drug, decimal net = 10) =>
        Line(qty, net, item) with { BatchNo = batch, ExpiresOn = expires };

    /// <summary>What went out of or came into the depot by an entry: batch and quantity, in order.</summary>
    public List<(string BatchNo, decimal Qty)> Moved(long seq) => Book.Query(
        "select coalesce(batch_no, ''), qty from stock_movement left join batch using (batch_id) "
        + $"where stock_movement.seq = {seq} order by stock_movement.line_no",
        row => (row.GetString(0), (decimal)row.GetInt64(1) / Qty.Scale));

    public decimal OnHand(string batch, string depot) => (decimal)Book.Number(
        "select cast(coalesce(sum(qty), 0) as bigint) from state_stock join batch using (batch_id) "
        + $"join (select distinct store_id, store_code from store) as place on store_id = depot_id "
        + $"where batch_no = '{batch}' and store_code = '{depot}'") / Qty.Scale;

    public async Task<IReadOnlyList<Finding>> VerifyAsync(long blockSize = 65_536) =>
        (await BookVerifier.VerifyAsync(Book.Book, [], null, blockSize, default)).Findings;

    public Task ReopenAsync() => Book.ReopenAsync();

    public ValueTask DisposeAsync() => Book.DisposeAsync();
}
