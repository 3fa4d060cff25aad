using Analytics.Ledger.Listings;
using Microsoft.OpenApi;

namespace Analytics.Dashboard.Api.Description;

/// <summary>A listing described: its parameters, and the answer that its columns make.</summary>
internal static class ListingDescription
{
    private const string Ok = "200";

    public static void Describe(OpenApiOperation operation, Listing listing)
    {
        operation.Parameters =
        [
            .. listing.Parameters.Select(Parameter),
            new OpenApiParameter
            {
                Name = "format", In = ParameterLocation.Query, Description = "json or csv; json where not given",
                Schema = Choice("json", "csv"),
            },
        ];
        operation.Responses![Ok] = new OpenApiResponse
        {
            Description = $"{listing.English} ({listing.Chinese}). CSV has labels in the language asked for; "
                + $"{ListingEndpoints.SeqHeader} and {ListingEndpoints.CompleteToHeader} say what it is complete to",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = Answer(listing), Example = Examples.Listing(listing.Name) },
                ["text/csv"] = new() { Schema = Text() },
            },
        };
    }

    private static OpenApiParameter Parameter(ListingParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.IsRequired,
        Description = parameter.English,
        Schema = parameter.Input switch
        {
            ListingInput.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            ListingInput.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ListingInput.Count => new OpenApiSchema { Type = JsonSchemaType.Integer },
            ListingInput.Choice => Choice([.. parameter.Choices]),
            _ => Text(),
        },
    };

    private static OpenApiSchema Answer(Listing listing) => Object(
        ("listing", Text()),
        ("title", Label()),
        ("seq", new OpenApiSchema { Type = JsonSchemaType.Integer }),
        ("complete_to", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" }),
        ("parameters", new OpenApiSchema { Type = JsonSchemaType.Object }),
        ("columns", List(Object(("name", Text()), ("type", Text()), ("label", Label())))),
        ("rows", List(Object([.. listing.Columns.Select(column => (column.Name, Schema(column)))]))));

    private static OpenApiSchema Schema(ListingColumn column) => new()
    {
        Description = column.English,
        Type = column.Type switch
        {
            ListingType.Text or ListingType.Date => JsonSchemaType.String,
            ListingType.Count => JsonSchemaType.Integer,
            ListingType.Quantity or ListingType.Amount or ListingType.Price => JsonSchemaType.Number,
            ListingType.Flag => JsonSchemaType.Boolean,
        } | JsonSchemaType.Null,
        Format = column.Type == ListingType.Date ? "date" : null,
    };

    private static OpenApiSchema Label() => Object(("zh", Text()), ("en", Text()));

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Choice(params string[] values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. values.Select(value => System.Text.Json.Nodes.JsonValue.Create(value))],
    };

    private static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] fields) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = fields.ToDictionary(field => field.Name, field => (IOpenApiSchema)field.Schema),
    };
}
