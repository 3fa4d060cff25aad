namespace Analytics.Reports.Running;

/// <summary>The columns a text answers with, before comparison.</summary>
internal sealed record AnswerSchema(IReadOnlyList<string> Names, IReadOnlyList<ColumnType> Types)
{
    public int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name)
            {
                return i;
            }
        }
        return -1;
    }
}
