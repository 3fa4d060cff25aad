using Analytics.Ingest.Import.Drafts;
using Analytics.Ingest.Import.Reading;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import.Posting;

/// <summary>The masters met in this import: the first spelling of a code is posted, others are counted.</summary>
/// <remarks>Holds codes, not masters. It grows with the number of different codes, not of rows, and says so when that
/// is too many.</remarks>
internal sealed class MasterBook
{
    private const int MaxCodes = 2_000_000;
    private const int MaxRefused = 100;

    private readonly Dictionary<MasterKind, Met> met =
        Enum.GetValues<MasterKind>().ToDictionary(kind => kind, _ => new Met());
    private readonly Dictionary<(MasterKind Kind, string Code), Refusal> _refused = [];
    private long refusedCount;

    private sealed class Met
    {
        public Dictionary<string, int> Contents { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Spelled { get; } = new(StringComparer.Ordinal);

        public (string Code, long Line) Example { get; set; }
    }

    /// <summary>Whether the code is met for the first time, so that the master is to be posted.</summary>
    /// <exception cref="SourceException">There are too many codes to hold.</exception>
    public bool IsNew(MasterDraft draft)
    {
        var met = this.met[draft.Kind];
        var content = draft.Master.GetHashCode();
        if (met.Contents.TryAdd(draft.Code, content))
        {
            return met.Contents.Count <= MaxCodes ? true : throw new SourceException(
                $"文件中不同的{Chinese(draft.Kind)}编码超过 {MaxCodes} 个；请拆分文件",
                $"more than {MaxCodes} different {English(draft.Kind)} codes in one file: split it");
        }

        if (met.Contents[draft.Code] != content && met.Spelled.Add(draft.Code) && met.Spelled.Count == 1)
        {
            met.Example = (draft.Code, draft.Line);
        }

        return false;
    }

    public void Refused(MasterDraft draft, Refusal refusal)
    {
        refusedCount++;
        if (_refused.Count < MaxRefused)
        {
            _refused[(draft.Kind, draft.Code)] = refusal;
        }
    }

    /// <summary>A refusal in words; where a master is unknown because it was refused itself, with that
    /// reason.</summary>
    public Words Explain(Refusal refusal)
    {
        var own = new Words(refusal.Chinese, refusal.English);
        MasterKind? kind = refusal.Reason switch
        {
            RefusalReason.UnknownCategory => MasterKind.Category,
            RefusalReason.UnknownStore or RefusalReason.UnknownDepot => MasterKind.Store,
            RefusalReason.UnknownEmployee => MasterKind.Employee,
            RefusalReason.UnknownParty => MasterKind.Party,
            RefusalReason.UnknownItem => MasterKind.Item,
            _ => null,
        };
        return kind is { } known && _refused.TryGetValue((known, refusal.What), out var why)
            ? Words.Join([own, new Words(why.Chinese, why.English)])
            : own;
    }

    public IEnumerable<Words> Warnings()
    {
        foreach (var (kind, met) in this.met.Where(pair => pair.Value.Spelled.Count > 0))
        {
            yield return new Words(
                $"{met.Spelled.Count} 个{Chinese(kind)}编码有不止一种写法，以首次出现为准（例如 {met.Example.Code}，第 {met.Example.Line} 行）",
                $"{met.Spelled.Count} {English(kind)} codes come in more than one spelling; the first was kept "
                + $"(for example {met.Example.Code}, line {met.Example.Line})");
        }

        foreach (var ((kind, code), refusal) in _refused.Take(10))
        {
            yield return new Words(
                $"{Chinese(kind)} {code} 未能建档：{refusal.Chinese}",
                $"{English(kind)} {code} could not be created: {refusal.English}");
        }

        if (refusedCount > 10)
        {
            yield return new Words(
                $"共 {refusedCount} 个档案未能建立",
                $"{refusedCount} masters in all could not be created");
        }
    }

    private static string Chinese(MasterKind kind) => kind switch
    {
        MasterKind.Category => "商品类别",
        MasterKind.Store => "门店/仓库",
        MasterKind.Employee => "员工",
        MasterKind.Party => "往来单位",
        MasterKind.Item => "商品",
    };

    private static string English(MasterKind kind) => kind switch
    {
        MasterKind.Category => "category",
        MasterKind.Store => "store",
        MasterKind.Employee => "employee",
        MasterKind.Party => "party",
        MasterKind.Item => "item",
    };
}
