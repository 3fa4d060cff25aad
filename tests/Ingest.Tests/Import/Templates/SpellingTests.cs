using Analytics.Ingest.Import.Templates;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>The words of columns.csv.</summary>
public sealed class SpellingTests
{
    private static readonly IReadOnlyList<KindForm> Forms = [.. KindForm.Names.Select(name => KindForm.Find(name)!)];

    [Fact]
    public void Every_field_list_and_choice_of_every_kind_has_words_and_no_others_have()
    {
        var needed = new HashSet<string>(StringComparer.Ordinal)
        {
            Spellings.Kind, Spellings.Part, "boolean=true", "boolean=false",
        };
        needed.UnionWith(KindForm.Names.Select(name => "document_kind=" + name));
        foreach (var form in Forms)
        {
            foreach (var part in form.Head.All())
            {
                var paths = part.Columns.Values.Select(member => member.Path);
                needed.UnionWith(paths.Concat(part.List is { } list ? [list.Path] : []).Select(path =>
                    Spellings.Said($"{form.Name}.{path}") is null ? path : $"{form.Name}.{path}"));
                needed.UnionWith(part.Columns.Values.Where(member => member.Type.IsEnum).SelectMany(member =>
                    Enum.GetNames(member.Type).Select(name =>
                        $"{Spellings.TypeName(member.Type)}={ApiExamples.Snake(name)}")));
            }
        }

        Spellings.Paths.Should().BeEquivalentTo(needed);
    }

    [Fact]
    public void A_Chinese_word_has_one_English_word_and_back()
    {
        var words = Spellings.Paths.Where(path => !path.Contains('=', StringComparison.Ordinal))
            .Select(path => Spellings.Said(path)!.Value).Distinct().ToList();

        words.Select(one => one.Zh).Should().OnlyHaveUniqueItems();
        words.Select(one => one.En.ToUpperInvariant()).Should().OnlyHaveUniqueItems();
        var choices = Spellings.Paths.Where(path => path.Contains('=', StringComparison.Ordinal))
            .GroupBy(path => path.Split('=')[0]);
        foreach (var choice in choices)
        {
            choice.Select(path => Spellings.Said(path)!.Value.Zh).Should().OnlyHaveUniqueItems(choice.Key);
        }
    }

    [Fact]
    public void A_column_of_the_head_is_none_of_its_lists_and_no_two_parts_are_called_alike()
    {
        foreach (var form in Forms)
        {
            var parts = form.Head.All().Where(part => part.List is not null).ToList();
            parts.SelectMany(part => part.Columns.Keys).Intersect(form.Head.Columns.Keys)
                .Should().BeEmpty(form.Name);
            parts.Select(part => part.Name).Should().OnlyHaveUniqueItems(form.Name);
        }
    }
}
