using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Platform.Tiles;

/// <summary>How the files of `data/layers` and `data/style` are read; written by the compiler, so that a start does not wait for reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TileLayer))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
