using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>Rows of one statement on a SQLite book, cell by cell, text as the UTF-8 it is stored in: no object is made
/// for a row or a cell.</summary>
/// <remarks>For one thread at a time; dispose it before its view. A cell that holds nothing is refused, as no column
/// of an entry may.</remarks>
public sealed class BookRows : IDisposable
{
    /// <summary>The longest text that a cell may hold, in bytes: the book takes far shorter ones, so a longer one was
    /// not posted, and is not carried on.</summary>
    public const int MostText = 16 << 20;

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
    /// <exception cref="InvalidDataException">The cell holds nothing, or more than <see cref="MostText"/>.</exception>
    public ReadOnlySpan<byte> Text(int at)
    {
        var text = read.Bytes(at);
        if (text.Length > MostText)
        {
            throw TooLong(read.NameOf(at), text.Length);
        }

        return text.Length > 0 || !read.IsNull(at) ? text : throw Nothing(at);
    }

    public void Dispose() => read.Dispose();

    /// <summary>What is said of a text that is longer than <see cref="MostText"/>.</summary>
    public static InvalidDataException TooLong(string column, long length) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"the book holds a text of {length >> 20} MB in {column}, which no posting takes: run 'analytics verify'"));

    private InvalidDataException Nothing(int at) => new(
        $"the book holds nothing in {read.NameOf(at)}, where every row has a value: run 'analytics verify'");
}
