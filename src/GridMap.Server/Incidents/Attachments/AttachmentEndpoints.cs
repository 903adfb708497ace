using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Pictures;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Pictures;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace GridMap.Server.Incidents.Attachments;

/// <summary>`/api/incidents/{incident}/attachments` takes a picture as the body of a POST; `/api/attachments/{id}` and its `/thumbnail` give it.</summary>
public static class AttachmentEndpoints
{
    private static readonly Refusal TooLarge = new(
        "PICTURE_TOO_LARGE",
        $"Send a picture of at most {PictureHeader.MaxBytes / 1024 / 1024} MB.",
        $"图片不得超过 {PictureHeader.MaxBytes / 1024 / 1024} MB。");

    private static readonly Refusal Unknown = new("ATTACHMENT_UNKNOWN", "There is no such picture that you may see.", "没有您可查看的此图片。");

    public static IServiceCollection AddAttachments(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(IncidentAttachments))
        .AddSingleton<ReencodePicture>()
        .AddSingleton<AddAttachment>()
        .AddSingleton<LoadPicture>();

    public static IEndpointRouteBuilder MapAttachments(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/incidents/{incident}/attachments", AddAsync).Needs(Permission.ReportIncident);
        app.MapGet("/api/attachments/{id}", (string id, Caller caller, LoadPicture load, HttpContext http) => LoadAsync(id, false, caller, load, http))
            .Needs(Permission.SeeIncidents);
        app.MapGet("/api/attachments/{id}/thumbnail", (string id, Caller caller, LoadPicture load, HttpContext http) => LoadAsync(id, true, caller, load, http))
            .Needs(Permission.SeeIncidents);
        return app;
    }

    private static async Task<IResult> AddAsync(string incident, Caller caller, AddAttachment add, HttpContext http)
    {
        var key = IncidentKey.Parse(incident);
        if (key.Refusal is { } malformed)
        {
            return Problem.BadRequest(malformed, http);
        }

        if (await ReadAsync(http) is not { } picture)
        {
            return Problem.From(TooLarge, StatusCodes.Status413PayloadTooLarge, http);
        }

        var added = await add.RunAsync(key.Value, picture, caller, http.RequestAborted);
        return added.Refusal is { } refusal
            ? Problem.From(refusal, StatusOf(refusal), http)
            : Results.Created($"/api/attachments/{added.Value}", new { id = added.Value, url = $"/api/attachments/{added.Value}", thumbnailUrl = $"/api/attachments/{added.Value}/thumbnail" });
    }

    private static int StatusOf(Refusal refusal) => refusal.Code switch
    {
        "PICTURE_TOO_LARGE" => StatusCodes.Status413PayloadTooLarge,
        "PICTURE_FORMAT" => StatusCodes.Status415UnsupportedMediaType,
        "PICTURES_UNAVAILABLE" => StatusCodes.Status503ServiceUnavailable,
        "ATTACHMENTS_FULL" => StatusCodes.Status409Conflict,
        "NOT_ALLOWED" => StatusCodes.Status403Forbidden,
        "INCIDENT_UNKNOWN" => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>Null for more than a picture may have.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PictureHeader.MaxBytes;
        }

        if (http.Request.ContentLength > PictureHeader.MaxBytes)
        {
            return null;
        }

        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static async Task<IResult> LoadAsync(string id, bool isThumbnail, Caller caller, LoadPicture load, HttpContext http)
    {
        if (!Guid.TryParseExact(id, "D", out var known) || await load.RunAsync(known, isThumbnail, caller, http.RequestAborted) is not { } bytes)
        {
            return Problem.NotFound(Unknown, http);
        }

        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=3600, immutable";
        http.Response.Headers[HeaderNames.ContentDisposition] = $"inline; filename=\"{known}.jpg\"";
        // Opened in a window of its own it is a picture and may do nothing.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.Bytes(bytes, "image/jpeg");
    }
}
