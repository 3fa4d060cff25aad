using System.Globalization;
using Analytics.Star;

namespace Analytics.Dashboard.Web;

/// <summary>What every page needs to know, whatever it shows.</summary>
public sealed record Frame
{
    public required CultureInfo Culture { get; init; }

    public required string Company { get; init; }

    /// <summary>Null where nobody is signed in.</summary>
    public required string? UserName { get; init; }

    /// <summary>Path and query, without which a language switch could not come back.</summary>
    public required string Url { get; init; }

    /// <summary><c>rise-red</c> or <c>rise-green</c>.</summary>
    public required string RiseClass { get; init; }

    internal Texts Texts { get; init; } = null!;

    internal Assets Assets { get; init; } = null!;

    public bool IsEnglish => Culture.TwoLetterISOLanguageName == "en";

    /// <summary>A text of texts.csv in the page's language.</summary>
    public string this[string key] => Texts[key].In(Culture);

    /// <summary>The address of an asset by its file name.</summary>
    public string Asset(string name) => Assets.Url(name);

    public string Say(Label label) => label.In(Culture);

    /// <summary>A text of texts.csv with its {0} … filled in.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values) =>
        string.Format(Culture, this[key], values);
}
