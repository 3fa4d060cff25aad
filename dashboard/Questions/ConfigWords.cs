using System.Diagnostics;
using Analytics.Dashboard.Web;
using Analytics.Workspace;

namespace Analytics.Dashboard.Questions;

/// <summary>Why a question was not saved or deleted, in one line.</summary>
internal static class ConfigWords
{
    public static string Of(ConfigResult result, Frame frame) => result switch
    {
        ConfigResult.NotYours refused => frame.Format("saved_not_yours", refused.Name, refused.Owner),
        ConfigResult.NameInvalid refused => frame.Format("saved_name_invalid", refused.Name),
        ConfigResult.NotThere => frame["no_saved"],
        ConfigResult.TooLong refused => frame.Format("saved_too_long", refused.Most),
        _ => throw new UnreachableException(),
    };
}
