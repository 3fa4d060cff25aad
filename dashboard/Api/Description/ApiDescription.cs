using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Json;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Analytics.Ledger;
using Analytics.Ledger.Listings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Analytics.Dashboard.Api.Description;

/// <summary>The API described: for machines as OpenAPI, for people as a page. Neither says anything of the
/// company.</summary>
internal static class ApiDescription
{
    public const string Path = "/api/v1/openapi.json";

    private const string Bearer = "token";
    private const string Decimal = @"^-?\d+(\.\d{1,4})?$";

    // The page escapes what HTML demands; the example is to be read as it is typed.
    private static readonly JsonSerializerOptions Readable =
        new(ApiJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = endpoint =>
            endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true
            && !endpoint.RelativePath.EndsWith("openapi.json", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) => Head(document));
        options.AddOperationTransformer((operation, context, _) => Operation(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Schema(schema, context));
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(Path).AllowAnonymous();
        routes.MapGet("/api", (HttpContext context, Frames frames) => Page(context, frames)).AllowAnonymous();
    }

    private static RazorComponentResult<ApiPage> Page(HttpContext context, Frames frames)
    {
        var sale = Examples.Documents.First(example => example.Key == "sale").Value;
        return new(new
        {
            Frame = frames.Of(context),
            Address = $"{context.Request.Scheme}://{context.Request.Host}",
            Sale = sale.ToJsonString(Readable),
        });
    }

    private static Task Head(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Analytics",
            Version = "v1",
            Description = "Documents in, what became of them and figures out. The same document again adds nothing.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "Made by: analytics token create NAME --scope SCOPE",
        };
        document.Security =
            [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var needed = metadata.OfType<NeededScope>().FirstOrDefault();
        operation.Description = needed is null ? "" : $"Scope: {needed.Scope}";
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A problem (RFC 9457); its type is explained at that address",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemMaker.MediaType] = new() { Schema = ProblemSchema() },
            },
        };
        if (operation.OperationId == "findDocument")
        {
            operation.Parameters = [Query("kind"), Query("no")];
        }

        if (metadata.OfType<Listing>().FirstOrDefault() is { } listing)
        {
            ListingDescription.Describe(operation, listing);
        }

        operation.RequestBody?.Content?.Remove("*/*");
        if (operation.RequestBody?.Content?.TryGetValue("application/json", out var body) != true || body is null)
        {
            return Task.CompletedTask;
        }

        if (operation.OperationId is "postDocuments" or "keepDraft")
        {
            body.Examples = Examples.Documents.ToDictionary(
                example => example.Key, example => (IOpenApiExample)new OpenApiExample { Value = example.Value });
        }
        else
        {
            body.Example = operation.OperationId switch
            {
                "writeMasters" => Examples.Masters,
                "postVouchers" or "keepVoucherDrafts" => Examples.Vouchers,
                "writeApprovalRules" => Examples.ApprovalRules,
                "closePeriod" => Examples.PeriodClose,
                _ => null,
            };
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Query(string name) => new()
    {
        Name = name, In = ParameterLocation.Query, Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["reason"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["line"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["pointer"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["message"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
        },
    };

    /// <summary>What our own converters read, which no generator can know.</summary>
    private static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Money) || type == typeof(Qty) || type == typeof(decimal))
        {
            schema.Type = JsonSchemaType.Number | JsonSchemaType.String;
            schema.Pattern = type == typeof(decimal) ? null : Decimal;
            schema.Properties = null;
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
        }

        return Task.CompletedTask;
    }
}
