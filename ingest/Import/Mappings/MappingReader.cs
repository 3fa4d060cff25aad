using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>Reads a mapping file: JSON with comments, no unknown keys, every formula sound.</summary>
internal static partial class MappingReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    /// <summary>The mapping, or null and what is wrong with it, all at once, as "path:line: message".</summary>
    public static Mapping? Read(string path, byte[] json, List<string> errors)
    {
        var text = json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsMemory(3) : json.AsMemory();
        MappingFile? file;
        try
        {
            file = JsonSerializer.Deserialize<MappingFile>(text.Span, Options);
        }
        catch (JsonException wrong)
        {
            errors.Add($"{path}:{(wrong.LineNumber ?? 0) + 1}: {Plainly(wrong)}");
            return null;
        }

        if (file is null)
        {
            errors.Add($"{path}:1: the mapping is null: see ingest/Import/README.md for its keys");
            return null;
        }

        var lines = JsonLines.Of(text.Span);
        var found = MappingCheck.Errors(file);
        errors.AddRange(found.Select(error => $"{path}:{lines.LineOf(error.Key)}: {error.Key}: {error.Message}"));
        return found.Count == 0 ? new Mapping(file, path) : null;
    }

    private static string Plainly(JsonException wrong)
    {
        var where = wrong.Path is { Length: > 2 } path ? path[2..] : "the mapping";
        if (UnknownKey().Match(wrong.Message) is { Success: true } unknown)
        {
            return $"unknown key '{unknown.Groups[1].Value}': remove it or mend its spelling (at {where})";
        }

        if (MissingKeys().Match(wrong.Message) is { Success: true } missing)
        {
            return $"keys missing in {where}: {missing.Groups[1].Value.TrimEnd('.')}";
        }

        var message = wrong.Message.Split(" Path:", 2)[0];
        return $"{where}: {message}";
    }

    [GeneratedRegex("^The JSON property '(.+?)' could not be mapped")]
    private static partial Regex UnknownKey();

    [GeneratedRegex("missing required properties.*?: (.+)$")]
    private static partial Regex MissingKeys();
}
