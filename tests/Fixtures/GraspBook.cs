using System.Data.Common;
using System.Globalization;
using Analytics.Ingest.Foreign;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Fixtures;

/// <summary>A small random company in the tables of somebody else's program, in a SQLite file or in a PostgreSQL schema
/// of its own; removed afterwards.</summary>
public sealed class GraspBook : IAsyncDisposable
{
    private const int Items = 8;

    private static readonly string? Server = Environment.GetEnvironmentVariable("ANALYTICS_TEST_POSTGRES");

    private readonly TempFolder folder = new();
    private readonly List<GraspLine> lines = [];
    private readonly List<GraspMove> moves = [];
    private readonly List<GraspPrice> prices = [];
    private readonly Dictionary<(string Item, string Store, string Batch), (decimal Qty, decimal Value)> stock = [];
    private readonly Random random = new(5);

    // Of its own, so that lines are the same with batches and without.
    private readonly Random batches = new(8);
    private readonly Random priced = new(9);
    private readonly GraspMoney money;
    private readonly GraspOrders orders = new(12, Items);
    private readonly string schema;

    private GraspBook(bool isPostgres)
    {
        // Of its own, so that documents are the same with money and without.
        money = new GraspMoney(new Random(6));
        schema = isPostgres ? "grasp_" + Guid.NewGuid().ToString("N") : "";
        var text = isPostgres
            ? new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema, Pooling = false }.ToString()
            : $"Data Source={folder.File("grasp.db")};Pooling=False";
        Settings = new ForeignSettings("grasp", isPostgres ? "PostgreSQL" : "SQLite", text);
    }

    /// <summary>Whether the run is also for PostgreSQL.</summary>
    public static bool HasPostgres => !string.IsNullOrEmpty(Server);

    public ForeignSettings Settings { get; }

    /// <summary>The lines that count: of posted documents that buy or sell.</summary>
    public IReadOnlyList<GraspLine> Lines => lines;

    /// <summary>The entries of documents that count.</summary>
    public IReadOnlyList<GraspEntry> Entries => money.Entries;

    /// <summary>What documents that count did to the stock; the opening stock is of document OPENING.</summary>
    public IReadOnlyList<GraspMove> Moves => moves;

    /// <summary>What goods cost by each list that has a price for them.</summary>
    public IReadOnlyList<GraspPrice> Prices => prices;

    public IReadOnlyList<GraspOrderLine> OrderLines => orders.Lines;

    /// <summary>What receipts and payments that count settle.</summary>
    public IReadOnlyList<GraspSettlement> Settlements => money.Settlements;

    private bool IsPostgres => schema.Length > 0;

    public static async Task<GraspBook> CreateAsync(bool isPostgres, int documents = 60)
    {
        var book = new GraspBook(isPostgres);
        if (isPostgres)
        {
            await using var server = new NpgsqlConnection(Server);
            await server.OpenAsync();
            await using var command = server.CreateCommand();
            command.CommandText = $"create schema {book.schema}";
            await command.ExecuteNonQueryAsync();
        }

        await book.ExecuteAsync(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "GraspSchema.sql")));
        await book.ExecuteAsync(string.Join('\n', book.Rows(documents)));
        return book;
    }

    /// <summary>Changes the source.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using DbConnection connection = IsPostgres
            ? new NpgsqlConnection(Settings.Connection)
            : new SqliteConnection(Settings.Connection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            await ExecuteAsync($"drop schema {schema} cascade");
        }

        folder.Dispose();
    }

    private static string Place(string store) => store == "S1" ? "00001" : "00002";

    private static string Item(int number) => "0000100001" + number.ToString("00000", CultureInfo.InvariantCulture);

    private static string Literal(FormattableString values) => values.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Rows(int documents)
    {
        for (var n = 1; n <= Items; n++)
        {
            yield return $"insert into ptype values ('{Item(n)}', '0000100001', 0, 0, 'P{n}', '商品{n}', '10片', '厂', "
                + $"'盒', '', '', {string.Join(", ", Preset("P" + n))});";
            var (item, batch) = ("P" + n, n <= Items / 2 ? "L1" : "");
            // On the day of the first bill that is posted.
            Move(new GraspMove("OPENING", At(2, 0), item, "S1", batch, 100), 250.5m);
            yield return $"insert into inigoodsstocks values ('{Item(n)}', '00001', 100, 250.5, "
                + $"{GraspMove.Columns(batch)});";
        }

        money.Open(At(2, 0), Items * 250.5m);
        for (var n = 1; n <= documents; n++)
        {
            foreach (var row in n % 3 == 0 ? Ticket(n) : Bill(n))
            {
                yield return row;
            }
        }

        foreach (var row in money.Vouchers(1001, documents / 2))
        {
            yield return row;
        }

        foreach (var row in orders.Rows(item => Item(item[1] - '0')))
        {
            yield return row;
        }

        foreach (var ((item, store, batch), (qty, value)) in stock)
        {
            yield return Literal(
                $"insert into goodsstocks values ('{Item(item[1] - '0')}', '{Place(store)}', {qty}, {value}, ")
                + $"{GraspMove.Columns(batch)});";
        }
    }

    private IEnumerable<string> Bill(int n)
    {
        int[] types = [34, 11, 11, 6, 45, 151, 99];
        var type = types[random.Next(types.Length)];
        var (draft, red) = (n % 10 == 1 ? 1 : 0, n % 10 == 2 ? 1 : 0);
        var (at, store) = (At(n), random.Next(2) == 0 ? "S1" : "S2");
        yield return Literal(
            $"""
             insert into vbillindex_query values
                 ({n}, '{at:yyyy-MM-dd HH:mm:ss}', 'B{n}', {type}, '0000{1 + (n % 3)}', '00001', '{Place(store)}',
                     {draft}, {red}, '{at.AddDays(30):yyyy-MM-dd 00:00:00}');
             """);
        var kind = type switch
        {
            34 => "purchase_receipt", 6 => "purchase_return", 45 => "sale_return", 99 => "", _ => "sale",
        };
        var direction = type is 34 or 45 or 99 ? 1 : -1;
        var drawn = Draw(direction, new GraspLine("B" + n, kind, at, store, ""), draft + red == 0).ToList();
        foreach (var (line, values) in drawn)
        {
            var order = orders.Follow(line, draft + red == 0);
            yield return Literal(
                $"insert into vinoutstocktable values ({n}, {line.LineNo}, '{Item(line.Item[1] - '0')}', ")
                + $"'{Place(store)}', {values}, {order?.OrderNo[1..] ?? "0"}, {order?.LineNo ?? 0}, "
                + $"{GraspMove.Columns(line.Batch)});";
        }

        if (kind.Length > 0)
        {
            var bill = new GraspEntry("B" + n, kind, at, at.Date.AddDays(30), "");
            var party = n % 3 == 1 ? "C1" : "C2";
            foreach (var row in money.Bill(bill, (n, party), [.. drawn.Select(one => one.Line)], draft + red == 0))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<string> Ticket(int n)
    {
        var (type, draft) = (random.Next(6) == 0 ? 152 : 151, n % 12 == 0 ? 1 : 0);
        var (at, store) = (At(n), random.Next(2) == 0 ? "S1" : "S2");
        yield return Literal(
            $"""
             insert into vretailbillindex values
                 ({n}, '{at:yyyy-MM-dd HH:mm:ss}', 'T{n}', {type}, '00001', '{Place(store)}', {draft});
             """);
        var ticket = new GraspLine("T" + n, type == 152 ? "sale_return" : "sale", at, store, "");
        foreach (var (line, values) in Draw(type == 152 ? 1 : -1, ticket, draft == 0))
        {
            yield return Literal($"insert into vretailbill values ({n}, {line.LineNo}, '{Item(line.Item[1] - '0')}', ")
                + $"{values}, {GraspMove.Columns(line.Batch)});";
        }
    }

    /// <summary>Makes lines; counts them where they count.</summary>
    private IEnumerable<(GraspLine Line, string Values)> Draw(int direction, GraspLine document, bool counts)
    {
        var count = 1 + random.Next(3);
        for (var n = 1; n <= count; n++)
        {
            var item = "P" + (1 + random.Next(Items));
            var (qty, total) = (random.Next(1, 40) / 4m, random.Next(100, 9_000) / 100m);
            var (discount, tax, cost) = (total / 10, total * 0.13m, random.Next(10_000, 500_000) / 10_000m);
            discount = decimal.Round(discount, 2);
            tax = decimal.Round(tax, 4);
            var sign = document.Kind.StartsWith("purchase", StringComparison.Ordinal) ? direction : -direction;
            var line = document with
            {
                LineNo = n, Item = item, Batch = Batch(item), Qty = sign * qty, Net = sign * (total - discount),
                Tax = sign * tax, Discount = sign * discount, Cost = sign * cost,
            };
            if (counts)
            {
                Move(
                    new GraspMove(document.DocumentNo, document.At, item, document.Store, line.Batch, direction * qty),
                    direction * cost);
                if (document.Kind.Length > 0)
                {
                    lines.Add(line);
                }
            }

            decimal[] values = [qty, total, total - discount, tax, cost];
            yield return (line, string.Join(
                ", ", values.Select(value => (direction * value).ToString(CultureInfo.InvariantCulture))));
        }
    }

    private List<string> Preset(string item)
    {
        List<decimal> drawn = [.. Enumerable.Range(0, 4).Select(_ => priced.Next(3) * priced.Next(1, 99_999) / 100m)];
        prices.AddRange(drawn.Index().Where(one => one.Item > 0)
            .Select(one => new GraspPrice("preprice" + (one.Index + 1), item, one.Item)));
        return [.. drawn.Select(price => price.ToString(CultureInfo.InvariantCulture))];
    }

    private static DateTime At(int n, int minutes) =>
        new DateTime(2026, 1, 1, 9, 0, 0).AddHours(n * 30).AddMinutes(minutes);

    private DateTime At(int n) => At(n, random.Next(60));

    private string Batch(string item) => item[1] - '0' > Items / 2 || batches.Next(6) == 0
        ? ""
        : "L" + batches.Next(1, 3);

    private void Move(GraspMove move, decimal value)
    {
        moves.Add(move);
        var pool = (move.Item, move.Store, move.Batch);
        var (had, worth) = stock.GetValueOrDefault(pool);
        stock[pool] = (had + move.Qty, worth + value);
    }
}
