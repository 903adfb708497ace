using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Tests.Types.Coercion;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Tests.Types.Scalars;

public sealed class BuiltInScalarsTests
{
    /// <summary>A scalar, a JSON value, and what npm graphql 16 makes of it.</summary>
    private const string Reference =
        """
        Int|1|= 1
        Int|1.0|= 1
        Int|1.5|Int cannot represent non-integer value: 1.5
        Int|-0|= 0
        Int|2147483647|= 2147483647
        Int|2147483648|Int cannot represent non 32-bit signed integer value: 2147483648
        Int|1e3|= 1000
        Int|1e400|Int cannot represent non-integer value: Infinity
        Int|"1"|Int cannot represent non-integer value: "1"
        Int|true|Int cannot represent non-integer value: true
        Int|[1]|Int cannot represent non-integer value: [1]
        Int|[]|Int cannot represent non-integer value: []
        Int|{}|Int cannot represent non-integer value: {}
        Int|{"a":1,"b":["x\n\u0001é😀"],"c":{"d":{"e":{"f":1}}}}|Int cannot represent non-integer value: { a: 1, b: ["x\n\u0001é😀"], c: { d: [Object] } }
        Int|[1,2,3,4,5,6,7,8,9,10,11]|Int cannot represent non-integer value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 1 more item]
        Int|[1,2,3,4,5,6,7,8,9,10,11,12]|Int cannot represent non-integer value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 2 more items]
        Int|1e21|Int cannot represent non 32-bit signed integer value: 1e+21
        Int|123456789012345680000|Int cannot represent non 32-bit signed integer value: 123456789012345680000
        Int|1e-7|Int cannot represent non-integer value: 1e-7
        Int|0.000001|Int cannot represent non-integer value: 0.000001
        Int|1.5e-9|Int cannot represent non-integer value: 1.5e-9
        Int|-1e30|Int cannot represent non 32-bit signed integer value: -1e+30
        Int|"true"|Int cannot represent non-integer value: "true"
        Int|0.1|Int cannot represent non-integer value: 0.1
        Float|1|= 1
        Float|1.5|= 1.5
        Float|1e400|Float cannot represent non numeric value: Infinity
        Float|"1"|Float cannot represent non numeric value: "1"
        Float|true|Float cannot represent non numeric value: true
        Float|{"a":1,"b":["x\n\u0001é😀"],"c":{"d":{"e":{"f":1}}}}|Float cannot represent non numeric value: { a: 1, b: ["x\n\u0001é😀"], c: { d: [Object] } }
        Float|-1e30|= -1e+30
        String|1|String cannot represent a non string value: 1
        String|1.5|String cannot represent a non string value: 1.5
        String|1e400|String cannot represent a non string value: Infinity
        String|"1"|= "1"
        String|true|String cannot represent a non string value: true
        String|{"a":1,"b":["x\n\u0001é😀"],"c":{"d":{"e":{"f":1}}}}|String cannot represent a non string value: { a: 1, b: ["x\n\u0001é😀"], c: { d: [Object] } }
        String|-1e30|String cannot represent a non string value: -1e+30
        Boolean|1|Boolean cannot represent a non boolean value: 1
        Boolean|1.5|Boolean cannot represent a non boolean value: 1.5
        Boolean|1e400|Boolean cannot represent a non boolean value: Infinity
        Boolean|"1"|Boolean cannot represent a non boolean value: "1"
        Boolean|true|= true
        Boolean|{"a":1,"b":["x\n\u0001é😀"],"c":{"d":{"e":{"f":1}}}}|Boolean cannot represent a non boolean value: { a: 1, b: ["x\n\u0001é😀"], c: { d: [Object] } }
        Boolean|-1e30|Boolean cannot represent a non boolean value: -1e+30
        ID|1|= "1"
        ID|1.0|= "1"
        ID|1.5|ID cannot represent value: 1.5
        ID|-0|= "0"
        ID|2147483647|= "2147483647"
        ID|2147483648|= "2147483648"
        ID|1e3|= "1000"
        ID|1e400|ID cannot represent value: Infinity
        ID|"1"|= "1"
        ID|true|ID cannot represent value: true
        ID|[1]|ID cannot represent value: [1]
        ID|[]|ID cannot represent value: []
        ID|{}|ID cannot represent value: {}
        ID|{"a":1,"b":["x\n\u0001é😀"],"c":{"d":{"e":{"f":1}}}}|ID cannot represent value: { a: 1, b: ["x\n\u0001é😀"], c: { d: [Object] } }
        ID|[1,2,3,4,5,6,7,8,9,10,11]|ID cannot represent value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 1 more item]
        ID|[1,2,3,4,5,6,7,8,9,10,11,12]|ID cannot represent value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 2 more items]
        ID|1e21|= "1e+21"
        ID|123456789012345680000|= "123456789012345680000"
        ID|1e-7|ID cannot represent value: 1e-7
        ID|0.000001|ID cannot represent value: 0.000001
        ID|1.5e-9|ID cannot represent value: 1.5e-9
        ID|-1e30|= "-1e+30"
        ID|"true"|= "true"
        ID|0.1|ID cannot represent value: 0.1
        """;

    public static TheoryData<string, string, string> Rows => ReferenceRows.Of(Reference);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_json_value_is_read_as_by_the_reference_implementation(string scalar, string json, string expected) =>
        Assert.Equal(expected, Read(BuiltInScalars.Coercions[scalar], json));

    [Theory]
    [InlineData("Int", 1, "1")]
    [InlineData("Int", 7L, "7")]
    [InlineData("Int", 2.0, "2")]
    [InlineData("Int", true, "1")]
    [InlineData("Int", "12", "12")]
    [InlineData("Int", 1.5, "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "", "Int cannot represent non-integer value: \"\"")]
    [InlineData("Int", 3_000_000_000L, "Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData("Float", 1, "1")]
    [InlineData("Float", 0.1, "0.1")]
    [InlineData("Float", "2.5", "2.5")]
    [InlineData("Float", double.NaN, "Float cannot represent non numeric value: NaN")]
    [InlineData("Float", double.PositiveInfinity, "Float cannot represent non numeric value: Infinity")]
    [InlineData("String", "人", "\"\\u4EBA\"")]
    [InlineData("String", true, "\"true\"")]
    [InlineData("String", 1.5, "\"1.5\"")]
    [InlineData("String", 9_007_199_254_740_993L, "\"9007199254740993\"")]
    [InlineData("Boolean", false, "false")]
    [InlineData("Boolean", 3, "true")]
    [InlineData("Boolean", "true", "Boolean cannot represent a non boolean value: \"true\"")]
    [InlineData("ID", "a", "\"a\"")]
    [InlineData("ID", 5L, "\"5\"")]
    [InlineData("ID", 1.5, "ID cannot represent value: 1.5")]
    [InlineData("ID", true, "ID cannot represent value: true")]
    public void A_resolved_value_is_written_or_told_not_to_be_of_the_type(string scalar, object value, string expected) =>
        Assert.Equal(expected, Written(BuiltInScalars.Coercions[scalar], value));

    [Fact]
    public void A_guid_is_an_identifier_but_no_text()
    {
        var guid = Guid.Parse("0190a5a0-0000-7000-8000-000000000001");

        Assert.Equal($"\"{guid}\"", Written(new IdCoercion(), guid));
        Assert.Equal($"String cannot represent value: {guid}", Written(new StringCoercion(), guid));
    }

    internal static string Read(ScalarCoercion coercion, string json)
    {
        try
        {
            return $"= {Reencoded(coercion.ParseValue(JsonElement.Parse(json)))}";
        }
        catch (CoercionException exception)
        {
            return exception.Message;
        }
    }

    internal static string Written(ScalarCoercion coercion, object value)
    {
        var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        try
        {
            coercion.Write(writer, value);
        }
        catch (CoercionException exception)
        {
            return exception.Message;
        }

        writer.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Reencoded(object value) => value is double number ? NumberText.Of(number) : JsonSerializer.Serialize(value, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
