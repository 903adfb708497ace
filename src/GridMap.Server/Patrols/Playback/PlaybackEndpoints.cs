using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Patrols.Playback;
using GridMap.Core.Replay;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Tiles;
using Microsoft.Net.Http.Headers;

namespace GridMap.Server.Patrols.Playback;

/// <summary>`/api/patrols/playbacks/{id}/{start}`: the tracks of a slice of a playback, packed.</summary>
public static class PlaybackEndpoints
{
    private const string ContentType = "application/vnd.gridmap.tracks";

    private static readonly Refusal Unknown = new(
        "PLAYBACK_UNKNOWN", "You have begun no such playback, or it has expired: begin another one by openPlayback.", "没有此回放或已过期：请重新开始回放（openPlayback）。");

    private static readonly Refusal NoSlice = new(
        "SLICE_MALFORMED",
        $"Send the start of a slice that lies in the playback: seconds since 1970, a multiple of {TrackSlice.Seconds}.",
        $"请提供回放时段内某一时间片的起点：1970 年以来的秒数，且为 {TrackSlice.Seconds} 的倍数。");

    public static IServiceCollection AddPlayback(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(PlaybackQueries))
        .AddSingleton<OpenPlayback>()
        .AddSingleton<FindPlayback>()
        .AddSingleton<FindPlaybacks>()
        .AddSingleton<LoadTrackSlice>();

    public static IEndpointRouteBuilder MapPlayback(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/patrols/playbacks/{id}/{start}", SendAsync).Needs(Permission.SeeTracks);
        return app;
    }

    private static async Task<IResult> SendAsync(
        string id, string start, Caller caller, CurrentAreas areas, FindPlayback find, LoadTrackSlice load, HttpContext http, CancellationToken cancellationToken)
    {
        var playback = TryNumber(id, out var number) ? await find.RunAsync(number, caller, cancellationToken) : null;
        if (playback is null)
        {
            return Problem.NotFound(Unknown, http);
        }

        if (!TryNumber(start, out var second) || TrackSlice.At(second) is not { } slice || !Holds(playback.Period, slice))
        {
            return Problem.BadRequest(NoSlice, http);
        }

        // As their roles are now: what was taken away since is not given any more.
        var scope = await areas.ScopeAsync(caller, Permission.SeeTracks, playback.Within, cancellationToken);
        var packed = await load.RunAsync(slice, playback.Period, scope, cancellationToken);
        if (packed.Refusal is { } refusal)
        {
            return Problem.BadRequest(refusal, http);
        }

        http.Response.Headers.CacheControl = "private, no-cache";
        return packed.Value.IsEmpty ? Results.NoContent() : Answer(packed.Value, http);
    }

    private static IResult Answer(ReadOnlyMemory<byte> packed, HttpContext http)
    {
        var accepted = http.Request.Headers.AcceptEncoding;
        var coding = AcceptedEncoding.Takes(accepted, "br") ? "br" : AcceptedEncoding.TakesGzip(accepted) ? "gzip" : null;
        var tag = $"{Convert.ToHexStringLower(SHA256.HashData(packed.Span).AsSpan(0, 12))}{(coding is null ? "" : "-" + coding)}";
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (coding is not null)
        {
            http.Response.Headers.ContentEncoding = coding;
        }

        return Results.Bytes(Encode(packed, coding), ContentType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    private static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> packed, string? coding)
    {
        if (coding is null)
        {
            return packed;
        }

        var buffer = new MemoryStream(packed.Length);
        // Of the next levels a packed slice gets a tenth smaller and takes several times as long.
        using (Stream encoder = coding == "br" ? new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            encoder.Write(packed.Span);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static bool Holds(ReplayPeriod period, TrackSlice slice) =>
        slice.End > period.From.ToUnixTimeMilliseconds() && slice.Start < period.Until.ToUnixTimeMilliseconds();

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && !text.Contains('\0');
}
