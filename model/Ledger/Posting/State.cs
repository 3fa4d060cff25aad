using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;
using LinqToDB;

namespace Analytics.Ledger.Posting;

/// <summary>The book's state as posting sees it: read from the <c>state_</c> tables when first asked, then
/// kept.</summary>
/// <remarks>Holds only while the head is as this process left it; the Journal calls <see cref="Reset"/> otherwise.
/// What a group of postings changes is kept here until <see cref="Flush"/> writes it in the group's
/// transaction.</remarks>
internal sealed class State(LedgerDb db, StateTables tables, BusinessDay day, long blockSize)
{
    // A cache of masters or pools is emptied when it reaches this: memory stays bounded, the tables know everything.
    private const int MostCached = 200_000;

    private readonly Dictionary<(string Kind, string Code), object?> masters = [];
    private readonly Dictionary<(long ItemId, long DepotId), Pool> pools = [];
    private readonly Dictionary<(string Account, long PartyId), long> balances = [];
    private readonly Dictionary<(long ItemId, long DepotId), Pool> poolsBefore = [];
    private readonly HashSet<(string Account, long PartyId)> changedBalances = [];
    private readonly HashSet<(long MonthKey, string Measure)> changedControl = [];
    private readonly List<Draft> pending = [];
    private readonly Dictionary<string, DocumentRow> pendingKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Number), Draft> pendingNumbers = [];
    private readonly Dictionary<(long Seq, long LineNo), SaleLineState> saleLines = [];
    private bool isLoaded;
    private Dictionary<(long MonthKey, string Measure), long> control = [];

    public BusinessDay Day => day;

    public long Seq { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>The books are closed up to this business date, yyyymmdd; 0 where they never were.</summary>
    public long ClosedTo { get; private set; }

    /// <summary>The entry that closed them; 0 where they never were.</summary>
    public long ClosedSeq { get; private set; }

    public long Block => Seq / blockSize;

    public IReadOnlyDictionary<(long MonthKey, string Measure), long> Control => control;

    public CategoryTree Categories { get; private set; } = new([]);

    public bool Holds((long Seq, string Hash) head) => isLoaded && head.Seq == Seq && head.Hash == Hash;

    /// <summary>Forgets everything and starts from the head.</summary>
    public void Reset((long Seq, string Hash) head)
    {
        Forget();
        masters.Clear();
        pools.Clear();
        balances.Clear();
        (Seq, Hash) = head;
        (ClosedTo, ClosedSeq) = tables.ClosedTo();
        control = tables.Control(Block);
        Categories = new CategoryTree([.. db.GetTable<CategoryRow>().OrderBy(row => row.VersionId)]);
        isLoaded = true;
    }

    /// <summary>After a fault: what was kept may not be what stands in the book.</summary>
    public void Distrust() => isLoaded = false;

    public ItemRow? Item(string code) => Master(MasterKinds.Item, code, version =>
        db.GetTable<ItemRow>().First(row => row.VersionId == version));

    public StoreRow? Store(string code) => Master(MasterKinds.Store, code, version =>
        db.GetTable<StoreRow>().First(row => row.VersionId == version));

    public PartyRow? Party(string code) => Master(MasterKinds.Party, code, version =>
        db.GetTable<PartyRow>().First(row => row.VersionId == version));

    public EmployeeRow? Employee(string code) => Master(MasterKinds.Employee, code, version =>
        db.GetTable<EmployeeRow>().First(row => row.VersionId == version));

    public Draft.PartyPrivate? Private(long versionId) =>
        pending.Find(draft => draft.Private?.VersionId == versionId)?.Private ?? tables.Private(versionId);

    public Pool Pool(long itemId, long depotId)
    {
        if (!pools.TryGetValue((itemId, depotId), out var pool))
        {
            pools.Add((itemId, depotId), pool = tables.Pool(itemId, depotId));
        }

        return pool;
    }

    public SaleLineState SaleLine(long seq, long lineNo) =>
        saleLines.TryGetValue((seq, lineNo), out var known) ? known : tables.SaleLine(seq, lineNo);

    public (long Seq, string Digest)? FindKey(string key) =>
        pendingKeys.TryGetValue(key, out var document) ? (document.Seq, document.ContentDigest) : tables.Key(key);

    public long? FindNumber(string kind, string number) =>
        pendingNumbers.TryGetValue((kind, number), out var draft) ? draft.Seq : tables.Number(kind, number);

    public IReadOnlyList<DocumentLineRow> DocumentLines(long seq) =>
        pending.Find(draft => draft.Seq == seq)?.Lines
        ?? [.. db.GetTable<DocumentLineRow>().Where(row => row.Seq == seq).OrderBy(row => row.LineNo)];

    /// <summary>Takes a draft into the state. Throws <see cref="OverflowException"/>, changing nothing, where a total
    /// would leave the range of the book.</summary>
    public void Apply(Draft draft, string hash)
    {
        var newBalances = Balances(draft);
        var newControl = ControlTotals.After(control, draft);
        (Seq, Hash) = (draft.Seq, hash);
        pending.Add(draft);
        Merge(balances, newBalances, changedBalances);
        Merge(control, newControl, changedControl);
        foreach (var (key, pool) in draft.Pools)
        {
            poolsBefore.TryAdd(key, Pool(key.ItemId, key.DepotId));
            pools[key] = pool;
        }

        foreach (var (key, line) in draft.SaleLines)
        {
            saleLines[key] = line;
        }

        if (draft.Document is { } document)
        {
            pendingKeys.Add(document.DocumentKey, document);
            pendingNumbers.Add((document.Kind, document.DocumentNo), draft);
        }

        ApplyMaster(draft);
    }

    /// <summary>Starts the totals of the next block; those of the full one stand in the chain now.</summary>
    public void OpenBlock()
    {
        tables.DropControl(Block - 1);
        control = [];
        changedControl.Clear();
    }

    /// <summary>Writes what the group changed; the group is over.</summary>
    public void Flush()
    {
        foreach (var draft in pending)
        {
            if (draft.Document is { } document)
            {
                tables.PutDocument(document);
            }

            if (draft.Master is { } master)
            {
                tables.PutMaster(master);
            }

            if (draft.Private is { } fields)
            {
                tables.PutPrivate(fields);
            }
        }

        foreach (var (key, before) in poolsBefore)
        {
            tables.PutPool(key, before, pools[key]);
        }

        foreach (var (key, line) in saleLines)
        {
            tables.PutSaleLine(key, line);
        }

        foreach (var key in changedBalances)
        {
            tables.PutBalance(key, balances[key]);
        }

        foreach (var key in changedControl)
        {
            tables.PutControl(Block, key, control[key]);
        }

        tables.PutHead(Seq, Hash);
        Forget();
    }

    /// <summary>Between two groups, also where nothing was written: what was only looked up and refused is kept too.
    /// </summary>
    public void Trim()
    {
        if (masters.Count > MostCached)
        {
            masters.Clear();
        }

        if (pools.Count > MostCached)
        {
            pools.Clear();
        }

        if (balances.Count > MostCached)
        {
            balances.Clear();
        }
    }

    private void ApplyMaster(Draft draft)
    {
        if (draft.Master is { } master)
        {
            masters[(master.Kind, master.Code)] = master.Row;
            if (master.Row is CategoryRow category)
            {
                Categories = Categories.With(category);
            }
        }

        if (draft.Single is [PeriodCloseRow close])
        {
            (ClosedTo, ClosedSeq) = (close.ClosedTo, close.Seq);
        }
    }

    private Dictionary<(string Account, long PartyId), long> Balances(Draft draft)
    {
        var after = new Dictionary<(string Account, long PartyId), long>();
        foreach (var money in draft.Money)
        {
            Add(money.DebitAccount, money.PartyId, money.Amount);
            Add(money.CreditAccount, money.PartyId, -money.Amount);
        }

        return after;

        void Add(string account, long partyId, long amount)
        {
            var key = (account, Account.IsByParty(account) ? partyId : None.Id);
            var known = after.TryGetValue(key, out var soFar) ? soFar
                : balances.TryGetValue(key, out var kept) ? kept
                : tables.Balance(key.account, key.Item2);
            after[key] = Exact.Total(known, amount);
        }
    }

    private T? Master<T>(string kind, string code, Func<long, T> load)
        where T : class
    {
        if (!masters.TryGetValue((kind, code), out var row))
        {
            row = tables.Master(kind, code) is { } known ? load(known.VersionId) : null;
            masters.Add((kind, code), row);
        }

        return (T?)row;
    }

    private void Forget()
    {
        pending.Clear();
        pendingKeys.Clear();
        pendingNumbers.Clear();
        poolsBefore.Clear();
        saleLines.Clear();
        changedBalances.Clear();
        changedControl.Clear();
    }

    private static void Merge<TKey>(Dictionary<TKey, long> into, Dictionary<TKey, long> from, HashSet<TKey> changed)
        where TKey : notnull
    {
        foreach (var (key, value) in from)
        {
            into[key] = value;
            changed.Add(key);
        }
    }
}
