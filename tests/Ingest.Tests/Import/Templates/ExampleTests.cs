using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>A template says what the API's request says.</summary>
public sealed class ExampleTests(ImportedExamples examples) : IClassFixture<ImportedExamples>
{
    public static TheoryData<string> Kinds => [.. ApiExamples.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_template_imports_as_it_is_written_and_comes_to_what_the_request_comes_to(string kind)
    {
        examples.Posted[kind].Should().BeOfType<PostResult.Posted>(examples.Posted[kind].ToString());
        for (var book = 1; book <= 2; book++)
        {
            var imported = examples.Imported[kind][book - 1];
            var why = imported.RejectFile is { } rejects ? await File.ReadAllTextAsync(rejects) : "";
            imported.Counts.DocumentsPosted.Should().Be(1, why);
            (await examples.ViewAsync(book, kind)).Should().Be(await examples.ViewAsync(0, kind));
            (await examples.PostAsync(book, kind)).Should().BeOfType<PostResult.AlreadyThere>();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_template_imported_again_posts_nothing(string kind)
    {
        for (var book = 1; book <= 2; book++)
        {
            var again = await examples.ImportAsync(book, kind);
            again.RejectFile.Should().BeNull();
            again.Counts.Should().BeEquivalentTo(new { DocumentsPosted = 0, DocumentsAlreadyThere = 1 });
        }
    }
}
