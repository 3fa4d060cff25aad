using System.Data.Common;

namespace Analytics.Reports;

/// <summary>Binding by name.</summary>
internal static class CommandExtensions
{
    public static void Bind(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
