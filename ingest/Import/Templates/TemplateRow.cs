using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>A row of a template read: what it says of the document, and the element of a list that it is.</summary>
internal sealed class TemplateRow
{
    private readonly BusinessDay day;
    private readonly List<Words> faults;

    public TemplateRow(TemplateHead head, Row row, KindForm form, BusinessDay day, List<Words> faults)
    {
        this.day = day;
        this.faults = faults;
        Part = PartOf(head.PartOf(row).Trim(), form);
        var isSaid = head.PartOf(row).Trim().Length > 0;
        for (var at = 0; at < head.Columns.Count; at++)
        {
            if (head.Columns[at] is { } column && !string.IsNullOrWhiteSpace(row.Cells[at]))
            {
                Take(column, row.Cells[at], form, isSaid);
            }
        }

        if (Part is not null && (isSaid || Element.Values.Count > 0))
        {
            IsElement = true;
            Need(Part, Element);
        }
    }

    /// <summary>What the head's cells say.</summary>
    public Given Head { get; } = new();

    /// <summary>What the cells of the list's element say.</summary>
    public Given Element { get; } = new();

    /// <summary>Which list the row belongs to; null where the kind has none, or the row names none of its.</summary>
    public Part? Part { get; }

    /// <summary>Whether the row is an element at all, and not only the head.</summary>
    public bool IsElement { get; }

    public void Fault(Words words) => this.faults.Add(words);

    /// <summary>Faults for what must be said and is not.</summary>
    public void Need(Part part, Given given)
    {
        foreach (var (column, member) in part.Columns)
        {
            if (part.Needed.Contains(member) && !given.Values.ContainsKey(member))
            {
                Fault(new Words("为空，请补齐", "is empty: fill it in"), column);
            }
        }
    }

    private void Fault(Words words, string column)
    {
        var name = Spellings.Of(column);
        this.faults.Add(new Words($"{name.Zh}：{words.Zh}", $"{name.En}: {words.En}"));
    }

    private Part? PartOf(string word, KindForm form)
    {
        if (word.Length == 0)
        {
            return form.Main;
        }

        var part = Spellings.Find(word) is { } name ? form.FindPart(name) : null;
        if (part is null)
        {
            var names = form.Head.All().Where(known => known.List is not null)
                .Select(known => Spellings.Of(known.Name)).ToList();
            Fault(
                new Words(
                    $"{Kind(form).Zh}没有“{word}”行；可填：{string.Join('、', names.Select(one => one.Zh))}",
                    $"{Kind(form).En} has no '{word}' rows; it has {string.Join(", ", names.Select(one => one.En))}"),
                Spellings.Part);
        }

        return part;
    }

    private void Take(string column, string text, KindForm form, bool isSaid)
    {
        if (column is Spellings.Kind or Spellings.Part)
        {
            return;
        }

        if (form.Head.Columns.TryGetValue(column, out var ofHead))
        {
            Read(ofHead, column, text, Head);
        }
        else if (Part is not null && Part.Columns.TryGetValue(column, out var ofElement))
        {
            Read(ofElement, column, text, Element);
        }
        else if (Part is not null || !isSaid)
        {
            NotTaken(column, form);
        }
    }

    private void Read(Member member, string column, string text, Given given)
    {
        if (Cell.Read(member, text, day, out var fault) is { } value)
        {
            given.Values[member] = value;
        }
        else
        {
            Fault(fault, column);
        }
    }

    private void NotTaken(string column, KindForm form)
    {
        var others = form.Head.All().Where(part => part.Columns.ContainsKey(column)).ToList();
        if (others.Count == 0)
        {
            Fault(new Words($"{Kind(form).Zh}没有此列，请清空", $"{Kind(form).En} does not take it: clear it"), column);
            return;
        }

        var of = Part is null ? new Words("", "") : Spellings.Of(Part.Name);
        Fault(
            new Words(
                $"不属于“{of.Zh}”行，属于{string.Join('、', others.Select(part => Spellings.Of(part.Name).Zh))}行",
                $"is no column of '{of.En}' rows but of {string.Join(", ", others.Select(part => part.Name))}"),
            column);
    }

    private static Words Kind(KindForm form) => Spellings.OfChoice(Spellings.Kinds, form.Name);
}
