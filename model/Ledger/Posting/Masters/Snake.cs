using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Analytics.Ledger.Posting;

/// <summary>The names of choices in the book: the snake_case of their names in code.</summary>
internal static class Snake
{
    private static readonly ConcurrentDictionary<Enum, string> Names = [];

    public static string Case(Enum choice) => Names.GetOrAdd(choice, static one =>
    {
        var name = new StringBuilder();
        foreach (var letter in one.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return name.ToString();
    });
}
