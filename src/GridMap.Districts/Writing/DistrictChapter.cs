using Npgsql;

namespace GridMap.Districts.Writing;

/// <summary>A further part of a district (its life, for one) written in the same transaction, after land, areas, network and facilities.</summary>
public sealed record DistrictChapter(
    string Stage, string StageEnglish, Func<NpgsqlConnection, DividedDistrict, CancellationToken, Task> WriteAsync);
