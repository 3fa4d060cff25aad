using System.Data.Common;
using System.Globalization;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Tests;

/// <summary>A book in a place of its own, with a small set of masters, removed afterwards.</summary>
public sealed class TestBook : IAsyncDisposable
{
    public const string Store = "S1";
    public const string OtherStore = "S2";
    public const string StrictStore = "S9";
    public const string Customer = "C1";
    public const string Supplier = "V1";
    public const string Item = "I1";
    public const string OtherItem = "I2";

    private TestBook(TestPlace place, Book book, Journal journal)
    {
        Place = place;
        Book = book;
        Journal = journal;
    }

    public Book Book { get; private set; }

    public Journal Journal { get; private set; }

    public TestPlace Place { get; }

    public static async Task<TestBook> CreateAsync(long blockSize = Journal.BlockSize)
    {
        var place = new TestPlace();
        var book = await Book.OpenAsync(place.Text, BusinessDay.Shanghai, default);
        var journal = await Journal.OpenAsync(book, TimeProvider.System, blockSize, default);
        var test = new TestBook(place, book, journal);
        await test.MastersAsync();
        return test;
    }

    /// <summary>A book that claims to be another: its chain begins with that one's id.</summary>
    public static async Task<TestBook> CreateAsync(string id)
    {
        var place = new TestPlace();
        var book = await Book.OpenAsync(place.Text, BusinessDay.Shanghai, default);
        var test = new TestBook(place, book, await Journal.OpenAsync(book, TimeProvider.System, default));
        test.Tamper($"update head set book = '{id}', hash = '{id}'").Should().Be(1);
        await test.MastersAsync();
        return test;
    }

    public static DateTimeOffset Day(string date) =>
        DateTimeOffset.Parse(date + "T10:00:00+08:00", CultureInfo.InvariantCulture);

    public static DocumentLine Line(decimal qty, decimal net, string item = Item, decimal? cost = null) =>
        new(item, Qty.Round(qty), Money.Round(net)) { CostAmount = cost is { } c ? Money.Round(c) : null };

    public static Document Sale(string number, string date, params DocumentLine[] lines) =>
        new(DocumentKind.Sale, number, Day(date)) { StoreCode = Store, PartyCode = Customer, Lines = lines };

    public static Document Return(string number, string date, string original, params DocumentLine[] lines) =>
        new(DocumentKind.SaleReturn, number, Day(date))
        {
            StoreCode = Store, PartyCode = Customer, OriginalNo = original, Lines = lines,
        };

    public static Document Receipt(string number, string date, params DocumentLine[] lines) =>
        new(DocumentKind.PurchaseReceipt, number, Day(date))
        {
            StoreCode = Store, PartyCode = Supplier, Tender = Tender.Account, Lines = lines,
        };

    public async Task<PostResult> PostAsync(Submission submission) => await Journal.PostAsync(submission, default);

    public async Task<long> PostedAsync(Submission submission)
    {
        var result = await PostAsync(submission);
        return result.Should().BeOfType<PostResult.Posted>("it came to {0}", result).Subject.Seq;
    }

    public async Task<Refusal> RefusedAsync(Submission submission) =>
        (await PostAsync(submission)).Should().BeOfType<PostResult.Refused>().Subject.Refusal;

    /// <summary>The first column of the first row, read by a connection of its own.</summary>
    public long Number(string sql) => Query(sql, row => row.GetInt64(0)).Single();

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read)
    {
        using var connection = Place.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Changes the book behind the Journal's back.</summary>
    public int Tamper(string sql)
    {
        using var connection = Place.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public async Task ReopenAsync()
    {
        await Journal.DisposeAsync();
        await Book.DisposeAsync();
        Book = await Book.OpenAsync(Place.Text, BusinessDay.Shanghai, default);
        Journal = await Journal.OpenAsync(Book, TimeProvider.System, default);
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await Book.DisposeAsync();
        Place.Dispose();
    }

    private async Task MastersAsync()
    {
        Submission[] masters =
        [
            new CategoryMaster("A", "药品"),
            new CategoryMaster("A1", "感冒药", "A"),
            new ItemMaster(Item, "感冒灵颗粒", "A1") { BaseUnit = "盒", PackUnit = "箱", PackFactor = 20 },
            new ItemMaster(OtherItem, "板蓝根颗粒", "A1") { BaseUnit = "袋", TaxRate = 0.13m },
            new StoreMaster(Store, "城东店") { MayGoNegative = true },
            new StoreMaster(OtherStore, "城西店") { MayGoNegative = true },
            new StoreMaster(StrictStore, "总店"),
            new PartyMaster(Customer, "王小明") { IsCustomer = true, Phone = "13800000000" },
            new PartyMaster(Supplier, "康健医药") { IsSupplier = true },
            new EmployeeMaster("E1", "李店长", Store),
        ];
        (await Journal.PostAsync(masters, default)).Should().AllBeOfType<PostResult.Posted>();
    }
}
