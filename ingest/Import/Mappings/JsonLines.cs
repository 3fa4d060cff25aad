using System.Globalization;
using System.Text.Json;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>On which line of a JSON text each key stands, by its path, such as "document.date.formats" or
/// "joins[1].on".</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> lines = [];

    public static JsonLines Of(ReadOnlySpan<byte> json)
    {
        var lines = new JsonLines();
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var reader = new Utf8JsonReader(json, options);
        var scopes = new Stack<(string Path, int Index)>();
        var line = 1;
        var counted = 0;
        var path = "";
        while (reader.Read())
        {
            line += json[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var scope = scopes.Peek().Path;
                    path = scope.Length == 0 ? reader.GetString()! : $"{scope}.{reader.GetString()}";
                    lines.lines.TryAdd(path, line);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    scopes.Pop();
                    break;
                default:
                    var own = Element(scopes, path);
                    lines.lines.TryAdd(own, line);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        scopes.Push((own, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                    }

                    break;
            }
        }

        return lines;
    }

    /// <summary>The line of the key, or of the nearest one around it that is there.</summary>
    public int LineOf(string path)
    {
        while (path.Length > 0)
        {
            if (this.lines.TryGetValue(path, out var line))
            {
                return line;
            }

            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return 1;
    }

    private static string Element(Stack<(string Path, int Index)> scopes, string path)
    {
        if (!scopes.TryPeek(out var scope) || scope.Index < 0)
        {
            return path;
        }

        scopes.Pop();
        scopes.Push((scope.Path, scope.Index + 1));
        return string.Create(CultureInfo.InvariantCulture, $"{scope.Path}[{scope.Index}]");
    }
}
