using GridMap.Core;

namespace GridMap.Platform.Tiles;

/// <summary>One layer of the catalogue, as `data/layers/{id}.layer.json` says it.</summary>
public sealed record TileLayer
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    public required string Group { get; init; }

    public required string Description { get; init; }

    /// <summary>The SQL function `function(z, x, y) RETURNS bytea` that makes its tiles.</summary>
    public required string Function { get; init; }

    public required int MinZoom { get; init; }

    public required int MaxZoom { get; init; }

    public required int DrawOrder { get; init; }

    public required bool DefaultVisible { get; init; }

    public required bool Public { get; init; }

    /// <summary>Topics of the change log that alter its tiles.</summary>
    public required IReadOnlyList<string> ChangedBy { get; init; }

    /// <summary>The MVT layers inside a tile.</summary>
    public required IReadOnlyList<TilePart> Parts { get; init; }

    public required IReadOnlyList<LegendEntry> Legend { get; init; }

    /// <summary>Its place in the catalogue; part of every cache key.</summary>
    public int Number { get; init; }

    public bool Serves(int zoom) => zoom >= MinZoom && zoom <= MaxZoom;

    public Refusal ZoomNotServed() => new(
        "TILE_ZOOM_NOT_SERVED",
        $"Layer {Id} has tiles for zooms {MinZoom} to {MaxZoom}; enlarge the tile of zoom {MaxZoom} beyond that.",
        $"图层 {Id} 提供 {MinZoom}–{MaxZoom} 级瓦片；更高级别请放大 {MaxZoom} 级瓦片。");
}

/// <summary>One MVT layer inside the tiles of a catalogue layer.</summary>
public sealed record TilePart(string Id, int MinZoom, string Description, IReadOnlyDictionary<string, TileField> Fields);

/// <summary>A property of a feature: `Number`, `String` or `Boolean`, and what it says.</summary>
public sealed record TileField(string Type, string Title, string TitleEn);

/// <summary>A line of the legend: a shape (`line`, `dash`, `fill`, `icon`, `dot`), a colour by its theme token, and the word.</summary>
public sealed record LegendEntry(string Title, string TitleEn, string Shape, string Color, string? Icon = null);
