using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Analytics.Host.Commands;

/// <summary>An option that takes a number within bounds, which its description says.</summary>
internal static class NumberOption
{
    /// <param name="name">With its dashes.</param>
    /// <param name="description">Key of the text.</param>
    /// <param name="otherwise">Where it is not given.</param>
    /// <param name="least">That is taken.</param>
    /// <param name="most">That is taken.</param>
    public static Option<T> Create<T>(string name, string description, T otherwise, T least, T most)
        where T : INumber<T> => new(name)
        {
            Description = Texts.Say(description),
            DefaultValueFactory = _ => otherwise,
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!T.TryParse(text, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
                {
                    result.AddError($"{name} {text}: {Texts.Say(description)}");
                    return otherwise;
                }

                return number;
            },
        };
}
