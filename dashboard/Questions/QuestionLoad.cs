using System.Diagnostics;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Dashboard.Questions;

/// <summary>Asks the runner what a page needs.</summary>
internal sealed class QuestionLoad(ReportRunner runner, Explorer explorer, Catalog catalog, StarFolder folder)
{
    private static readonly Label ExplorerTitle = new("自由分析", "Explorer");

    /// <summary>What the explorer is asked, a text each: their names are parameters like a report's.</summary>
    private static readonly IReadOnlyList<ReportParameter> ExplorerParameters =
    [
        .. ExploreText.Names.Select(name => ExploreText.Range.FirstOrDefault(range => range.Name == name)
            ?? new ReportParameter(name, name switch
            {
                "others" or "subtotals" => ParameterType.Bool,
                "top" => ParameterType.Int,
                _ => ParameterType.Text,
            })
            {
                Default = name switch { "others" => "true", "subtotals" => "false", _ => null },
            })
            .Select(parameter => parameter with { IsOptional = true }),
    ];

    public Catalog Catalog { get; } = catalog;

    /// <param name="asked">The report, what it is asked, and what takes rows of a file as they come; null where a page
    /// is asked for.</param>
    /// <param name="scope">What its bearer may see.</param>
    /// <param name="frame">Of the page.</param>
    /// <param name="ct">Stops.</param>
    public async Task<QuestionModel> ReportAsync(
        (ReportDefinition Report, QuestionState State, Func<ReportStream, CancellationToken, Task>? Write) asked,
        Scope scope, Frame frame, CancellationToken ct)
    {
        var (report, state, write) = asked;
        var generation = folder.Current()?.Generation;
        var request = new ReportRequest(report.Id, state.Texts) { Generation = generation, Culture = frame.Culture };
        var outcome = await runner.RunAsync(request, scope, write, ct);
        var model = new QuestionModel
        {
            Title = report.Title,
            Why = report.Why,
            Report = report.Id,
            State = state,
            Parameters = report.Parameters,
            Dimensions = report.Parameters.Any(parameter => parameter.Type == ParameterType.Dimension)
                ? await runner.DimensionsAsync(report.Id, generation, ct) : [],
        };
        return With(model, outcome, report, frame);
    }

    public async Task<QuestionModel> ExploreAsync(
        QuestionState state, Scope scope, Frame frame, CancellationToken ct)
    {
        var model = new QuestionModel { Title = ExplorerTitle, State = state, Parameters = ExplorerParameters };
        if (!state.Texts.ContainsKey("measures"))
        {
            return model;
        }

        if (ExploreText.Read(state.Texts, out var faults) is not { } query)
        {
            return model with { Refusals = faults };
        }

        query = query with { Generation = folder.Current()?.Generation, Culture = frame.Culture };
        return With(model, await explorer.RunAsync(query, scope, ct), null, frame);
    }

    private QuestionModel With(QuestionModel model, ReportOutcome outcome, ReportDefinition? report, Frame frame) =>
        outcome switch
        {
            ReportOutcome.Refused refused => model with { Refusals = refused.Lines },
            ReportOutcome.Written => model with { IsWritten = true },
            ReportOutcome.Answer { Result: var answer } => model with
            {
                Answer = answer,
                Picture = (answer.Chart is not null || report is null)
                    && answer.Rows.Count > 1
                    && ReportFile.WhyNot(answer, ExportFormat.Svg, frame.Culture) is null
                    ? model.State.Url(ReportFile.Extension(ExportFormat.Svg)[1..]) : null,
                Drill = report?.Drill is { } id && Catalog.Find(id) is { } target ? new(target, answer) : null,
            },
            _ => throw new UnreachableException(),
        };
}
