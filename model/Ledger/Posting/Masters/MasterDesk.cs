using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Where a master (档案) becomes a version: resolves its codes, checks its numbers, and enters a row unless the
/// current version says the same.</summary>
/// <remarks>The first fault found is the one refused with; what follows it goes on with harmless values, so that each
/// master reads straight through. The first version's seq is the master's durable id.</remarks>
internal sealed class MasterDesk
{
    private const int MostDetails = 10_000;

    private readonly string kind;
    private readonly string code;

    /// <param name="state">What is known.</param>
    /// <param name="kind">One of <see cref="MasterKinds"/>.</param>
    /// <param name="code">What the master is known by; an empty one is refused.</param>
    public MasterDesk(State state, string kind, string code)
    {
        State = state;
        this.kind = kind;
        this.code = code;
        Codes(code);
    }

    public State State { get; }

    /// <summary>The first fault; null while there is none.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The current version; null where there is none, or the code cannot be looked up.</summary>
    public Draft.MasterVersion? Known => Refusal is null ? State.Find(kind, code) : null;

    public void Refuse(Refusal? refusal) => Refusal ??= refusal;

    public void Refuse(bool isWrong, RefusalReason reason, string what)
    {
        if (isWrong)
        {
            Refuse(new Refusal(reason, 0, what));
        }
    }

    /// <summary>Texts that must not be empty.</summary>
    public void Codes(params ReadOnlySpan<string> codes)
    {
        foreach (var one in codes)
        {
            Refuse(one.Length == 0, RefusalReason.CodeMissing, kind);
        }

        Texts(codes);
    }

    public void Texts(params ReadOnlySpan<string> texts)
    {
        if (Posting.Texts.FirstInvalid(texts) is { } wrong)
        {
            Refuse(new Refusal(RefusalReason.TextInvalid, 0, wrong));
        }
    }

    /// <summary>The durable id of another master; −1 where the code is empty.</summary>
    public long Reference(string kind, string code)
    {
        Texts(code);
        if (code.Length == 0 || Refusal is not null)
        {
            return None.Id;
        }

        var found = State.Find(kind, code);
        Refuse(found is null ? MasterKinds.Unknown(kind, code) : null);
        return found?.Id ?? None.Id;
    }

    public long List(ListKind list, string code) =>
        code.Length == 0 ? None.Id : Reference(MasterKinds.ListValue, MasterKinds.ListCode(list, code));

    /// <summary>yyyymmdd; −1 where there is none.</summary>
    public long Date(DateOnly? date)
    {
        if (date is not { } day)
        {
            return None.Id;
        }

        Refuse(!Dates.IsInRange(day), RefusalReason.DateOutOfRange, Dates.Text(day));
        return Dates.Number(day);
    }

    /// <summary>The days from one to another; either may be open.</summary>
    public (long From, long To) Days(DateOnly? from, DateOnly? to)
    {
        Refuse(
            from > to, RefusalReason.ValidityInverted,
            $"{Dates.Text(from ?? DateOnly.MinValue)}, {Dates.Text(to ?? DateOnly.MinValue)}");
        return (Date(from), Date(to));
    }

    /// <summary>A number times its scale, which must be whole, from one bound to the other.</summary>
    public long Number(decimal number, long scale, decimal least = 0, decimal most = 1_000_000_000)
    {
        var what = number.ToString(CultureInfo.InvariantCulture);
        if (number < least || number > most)
        {
            Refuse(true, RefusalReason.AmountTooLarge, what);
            return 0;
        }

        Refuse(decimal.Truncate(number * scale) != number * scale, RefusalReason.NumberNotExact, what);
        return (long)decimal.Truncate(number * scale);
    }

    /// <summary>An amount or quantity as it stands, ×10⁴; −1 where there is none.</summary>
    public long Optional(decimal? number) => number is { } given ? Number(given, Money.Scale) : None.Id;

    /// <summary>Custom fields, checked against their definitions, as details of a version.</summary>
    public IReadOnlyList<FieldValue> Fields(FieldOwner owner, IReadOnlyList<FieldValue> fields)
    {
        if (Refusal is null)
        {
            Refuse(CustomFields.Check(State.CustomFieldsOf(owner), fields, 0));
        }

        return fields;
    }

    public static IEnumerable<MasterFieldRow> FieldRows(long version, IReadOnlyList<FieldValue> fields) =>
        CustomFields.InOrder(fields).Select((field, at) => new MasterFieldRow
        {
            VersionId = version, LineNo = at + 1, FieldName = field.Name, FieldValue = field.Value,
        });

    public void AtMost<T>(IReadOnlyList<T> details) => Refuse(
        details.Count > MostDetails, RefusalReason.TooManyLines,
        details.Count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The first text that stands twice is refused.</summary>
    public void Different(IEnumerable<string> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            Refuse(!seen.Add(text), RefusalReason.GivenTwice, text);
        }
    }

    /// <summary>Enters a new version, unless the current one is the same.</summary>
    /// <param name="row">Of an id and a version.</param>
    public Outcome Enter(Func<long, long, object> row) => Enter(row, static _ => []);

    /// <summary>Enters a new version, unless the current one is the same.</summary>
    /// <param name="row">Of an id and a version.</param>
    /// <param name="details">Of a version: table by table, those of one by line_no.</param>
    public Outcome Enter(Func<long, long, object> row, Func<long, IEnumerable<object>> details)
    {
        if (Already(row, details) is { } already)
        {
            return already;
        }

        var seq = State.Seq + 1;
        var id = Known?.Id ?? seq;
        var version = new Draft.MasterVersion(kind, code, id, seq, row(id, seq), [.. details(seq)]);
        var draft = new Draft(seq, kind) { Master = version };
        draft.Other.Add(version.Row);
        draft.Other.AddRange(version.Details);
        return draft;
    }

    /// <summary>The refusal, or the current version where it is the same; null where neither.</summary>
    public Outcome? Already(Func<long, long, object> row, Func<long, IEnumerable<object>> details)
    {
        if (Refusal is { } refusal)
        {
            return refusal;
        }

        return Known is { } known
            && row(known.Id, known.VersionId).Equals(known.Row)
            && details(known.VersionId).SequenceEqual(known.Details)
            ? Outcome.Already(known.VersionId)
            : (Outcome?)null;
    }
}
