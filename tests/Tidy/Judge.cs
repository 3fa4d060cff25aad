using FluentAssertions.Execution;

namespace Analytics.Tidy;

/// <summary>Holds a rule against the repository, or against a sample that is meant to break or keep it.</summary>
internal static class Judge
{
    public static void Holds(Func<Repository, IEnumerable<Finding>> rule)
    {
        Repository.Here.Files.Count.Should().BeGreaterThan(30, "the repository's files were found");
        var findings = rule(Repository.Here).Select(finding => finding.ToString()).ToList();
        if (findings.Count > 0)
        {
            throw new AssertionFailedException(
                FormattableString.Invariant($"{findings.Count} found:\n") + string.Join('\n', findings));
        }
    }

    /// <summary>The sample breaks the rule at exactly these places, given as <c>path:line</c>.</summary>
    public static void Finds(
        Func<Repository, IEnumerable<Finding>> rule, string[] places, params (string Path, string Text)[] files) =>
        rule(Repository.Of(files))
            .Select(finding => FormattableString.Invariant($"{finding.Path}:{finding.Line}"))
            .Should().Equal(places);

    public static void FindsNothing(
        Func<Repository, IEnumerable<Finding>> rule, params (string Path, string Text)[] files) =>
        rule(Repository.Of(files)).Should().BeEmpty();
}
