using System.Text;

namespace GridMap.Platform.Tests.Tiles;

/// <summary>A Mapbox Vector Tile 2.1, read from its bytes by the specification.</summary>
public sealed record VectorTile(IReadOnlyList<VectorLayer> Layers)
{
    public VectorLayer this[string name] => Layers.Single(layer => layer.Name == name);

    public static VectorTile Read(byte[] bytes)
    {
        List<VectorLayer> layers = [];
        foreach (var field in ProtocolBuffer.Read(bytes))
        {
            layers.Add(ReadLayer(field.Bytes));
        }

        return new VectorTile(layers);
    }

    private static VectorLayer ReadLayer(ReadOnlyMemory<byte> bytes)
    {
        var fields = ProtocolBuffer.Read(bytes);
        var keys = fields.Where(field => field.Number == 3).Select(field => field.Text).ToList();
        var values = fields.Where(field => field.Number == 4).Select(field => ReadValue(field.Bytes)).ToList();
        return new VectorLayer(
            fields.Single(field => field.Number == 1).Text,
            (int)fields.Single(field => field.Number == 5).Value,
            [.. fields.Where(field => field.Number == 2).Select(field => ReadFeature(field.Bytes, keys, values))]);
    }

    private static string ReadValue(ReadOnlyMemory<byte> bytes)
    {
        var field = ProtocolBuffer.Read(bytes).Single();
        return field.Number switch
        {
            1 => field.Text,
            4 or 5 => field.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            6 => ProtocolBuffer.ZigZag(field.Value).ToString(System.Globalization.CultureInfo.InvariantCulture),
            7 => field.Value == 0 ? "false" : "true",
            _ => throw new InvalidDataException($"A value of kind {field.Number} is not used by our tiles."),
        };
    }

    private static VectorFeature ReadFeature(ReadOnlyMemory<byte> bytes, List<string> keys, List<string> values)
    {
        var fields = ProtocolBuffer.Read(bytes);
        var tags = fields.Where(field => field.Number == 2).SelectMany(field => ProtocolBuffer.Packed(field.Bytes)).ToList();
        var properties = tags.Chunk(2).ToDictionary(pair => keys[(int)pair[0]], pair => values[(int)pair[1]]);
        var id = fields.Where(field => field.Number == 1).Select(field => (ulong?)field.Value).SingleOrDefault();
        var geometry = fields.Where(field => field.Number == 4).SelectMany(field => ProtocolBuffer.Packed(field.Bytes));
        return new VectorFeature(id, (int)fields.Single(field => field.Number == 3).Value, properties, ReadPaths([.. geometry]));
    }

    private static List<IReadOnlyList<(int X, int Y)>> ReadPaths(IReadOnlyList<ulong> commands)
    {
        List<IReadOnlyList<(int, int)>> paths = [];
        List<(int X, int Y)> path = [];
        var (x, y) = (0, 0);
        for (var i = 0; i < commands.Count;)
        {
            var (command, count) = ((int)(commands[i] & 7), (int)(commands[i] >> 3));
            i++;
            if (command == 7)
            {
                path.Add(path[0]);
                continue;
            }

            for (var n = 0; n < count; n++, i += 2)
            {
                (x, y) = (x + ProtocolBuffer.ZigZag(commands[i]), y + ProtocolBuffer.ZigZag(commands[i + 1]));
                path = command == 1 ? [] : path;
                if (command == 1)
                {
                    paths.Add(path);
                }

                path.Add((x, y));
            }
        }

        return paths;
    }
}

public sealed record VectorLayer(string Name, int Extent, IReadOnlyList<VectorFeature> Features);

/// <summary>Kind: 1 points, 2 lines, 3 polygons. Paths in tile units, y down.</summary>
public sealed record VectorFeature(ulong? Id, int Kind, IReadOnlyDictionary<string, string> Properties, IReadOnlyList<IReadOnlyList<(int X, int Y)>> Paths)
{
    public override string ToString()
    {
        var text = new StringBuilder($"  {Kind switch { 1 => "point", 2 => "line", _ => "polygon" }} id={Id}");
        foreach (var (key, value) in Properties)
        {
            text.Append($" {key}={value}");
        }

        foreach (var path in Paths)
        {
            text.Append("\n    ").AppendJoin(' ', path.Select(point => $"{point.X},{point.Y}"));
        }

        return text.ToString();
    }
}
