using System.CommandLine;

namespace Analytics.Host.Commands;

/// <summary><c>--data</c>: the folder of one company.</summary>
internal static class DataOption
{
    public static Option<string> Create()
    {
        var data = new Option<string>("--data")
        {
            Description = Texts.Say("option.data"),
            DefaultValueFactory = _ => "./data",
            HelpName = "FOLDER",
            Recursive = true,
        };
        data.Validators.Add(result =>
        {
            var path = result.Tokens.Count > 0 ? result.Tokens[0].Value : "./data";
            if (path.Length == 0 || File.Exists(path))
            {
                result.AddError(Texts.Say("option.data_file", path));
            }
        });
        return data;
    }
}
