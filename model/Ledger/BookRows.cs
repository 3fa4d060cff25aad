using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>Rows of one statement on a SQLite book, cell by cell, text as the UTF-8 it is stored in: no object is made
/// for a row or a cell.</summary>
/// <remarks>For one thread at a time; dispose it before its view. A cell that holds nothing is refused, as no column
/// of an entry may.</remarks>
public sealed class BookRows : IDisposable
{
    private readonly SqliteRead read;

    internal BookRows(SqliteRead read) => this.read = read;

    /// <summary>Starts the statement anew, with these values for the parameters it names; others are passed over.
    /// </summary>
    public void Begin(params ReadOnlySpan<(string Name, long Value)> parameters)
    {
        read.Reset();
        foreach (var (name, value) in parameters)
        {
            read.Bind(name, value);
        }
    }

    /// <summary>Goes on to the next row; false after the last.</summary>
    public bool Next() => read.Next();

    /// <exception cref="InvalidDataException">The cell holds nothing.</exception>
    public long Number(int at)
    {
        var number = read.Number(at);
        return number != 0 || !read.IsNull(at) ? number : throw Nothing(at);
    }

    /// <summary>Stands until the next call of <see cref="Next"/>.</summary>
    /// <exception cref="InvalidDataException">The cell holds nothing.</exception>
    public ReadOnlySpan<byte> Text(int at)
    {
        var text = read.Bytes(at);
        return text.Length > 0 || !read.IsNull(at) ? text : throw Nothing(at);
    }

    public void Dispose() => read.Dispose();

    private InvalidDataException Nothing(int at) => new(
        $"the book holds nothing in {read.NameOf(at)}, where every row has a value: run 'analytics verify'");
}
