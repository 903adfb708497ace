namespace GridMap.Server.Incidents.Attachments;

/// <summary>A picture of an incident, without its bytes.</summary>
public sealed record Attachment
{
    public required Guid Id { get; init; }

    public required Guid IncidentId { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int ByteSize { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>The person or program that sent it.</summary>
    public required string UploadedBy { get; init; }

    public string Url => $"/api/attachments/{Id}";

    public string ThumbnailUrl => $"/api/attachments/{Id}/thumbnail";
}
