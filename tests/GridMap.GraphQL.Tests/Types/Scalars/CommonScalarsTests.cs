using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Tests.Types.Scalars;

public sealed class CommonScalarsTests
{
    [Theory]
    [InlineData("2026-01-31T08:00:00Z", "2026-01-31T08:00:00Z")]
    [InlineData("2026-01-31t08:00:00z", "2026-01-31T08:00:00Z")]
    [InlineData("2026-01-31T08:00:00.5+08:00", "2026-01-31T08:00:00.5+08:00")]
    [InlineData("2026-01-31T08:00:00.123456789-00:30", "2026-01-31T08:00:00.1234567-00:30")]
    [InlineData("2024-02-29T23:59:59+00:00", "2024-02-29T23:59:59Z")]
    public void A_moment_is_read_and_written(string text, string written)
    {
        var coercion = new DateTimeCoercion();

        var moment = coercion.ParseLiteral(GraphQLParser.ParseValue(new Source($"\"{text}\"")));

        Assert.Equal($"\"{written}\"", BuiltInScalarsTests.Written(coercion, moment).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-01-31T08:00:00")]
    [InlineData("2026-01-31T08:00Z")]
    [InlineData("2026-01-31 08:00:00Z")]
    [InlineData("2026-02-29T08:00:00Z")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("2026-01-31T08:00:60Z")]
    [InlineData("2026-01-31T08:00:001Z")]
    [InlineData("2026-01-31T08:00:00.Z")]
    [InlineData("2026-01-31T08:00:00+8:00")]
    [InlineData("2026-01-31T08:00:00+15:00")]
    [InlineData("2026-01-31T08:00:00Z\\n")]
    [InlineData("٢٠٢٦-01-31T08:00:00Z")]
    [InlineData("0000-01-31T08:00:00Z")]
    [InlineData("")]
    public void What_is_no_moment_is_refused(string text) =>
        Assert.StartsWith("DateTime must be a moment", BuiltInScalarsTests.Read(new DateTimeCoercion(), $"\"{text}\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"2024-02-29\"", "= \"2024-02-29\"")]
    [InlineData("\"2026-02-29\"", "Date must be a day as \"2026-01-31\", it cannot be \"2026-02-29\"")]
    [InlineData("\"2026-2-9\"", "Date must be a day as \"2026-01-31\", it cannot be \"2026-2-9\"")]
    [InlineData("\"2026-01-31T00:00:00Z\"", "Date must be a day as \"2026-01-31\", it cannot be \"2026-01-31T00:00:00Z\"")]
    [InlineData("20260131", "Date must be a day as \"2026-01-31\", it cannot be 20260131")]
    public void A_day_is_read_or_refused(string json, string expected) => Assert.Equal(expected, BuiltInScalarsTests.Read(new DateCoercion(), json));

    [Theory]
    [InlineData("\"0190A5A0-1c2d-7000-8000-000000000001\"", "= \"0190a5a0-1c2d-7000-8000-000000000001\"")]
    [InlineData("\"{0190a5a0-1c2d-7000-8000-000000000001}\"", null)]
    [InlineData("\"0190a5a01c2d70008000000000000001\"", null)]
    [InlineData("1", null)]
    public void An_identifier_is_read_or_refused(string json, string? expected)
    {
        var read = BuiltInScalarsTests.Read(new UuidCoercion(), json);

        Assert.Equal(expected ?? $"UUID must be an identifier as \"0190a5a0-1c2d-7000-8000-000000000001\", it cannot be {json}", read);
    }

    [Theory]
    [InlineData("9223372036854775807", "= 9223372036854775807")]
    [InlineData("-9223372036854775808", "= -9223372036854775808")]
    [InlineData("9007199254740993", "= 9007199254740993")]
    [InlineData("1e3", "= 1000")]
    [InlineData("9223372036854775808", "Long cannot represent non 64-bit signed integer value: 9223372036854775808")]
    [InlineData("1e300", "Long cannot represent non 64-bit signed integer value: 1e300")]
    [InlineData("1.5", "Long cannot represent non-integer value: 1.5")]
    [InlineData("\"1\"", "Long cannot represent non-integer value: \"1\"")]
    public void A_long_number_is_read_or_refused(string json, string expected) => Assert.Equal(expected, BuiltInScalarsTests.Read(new LongCoercion(), json));

    [Fact]
    public void Common_scalars_say_what_they_are()
    {
        var schema = SchemaText.Builder("type Query { a(b: Long, c: Date): DateTime d: UUID } scalar UUID").AddCommonScalars().Build();

        foreach (var name in new[] { "DateTime", "Date", "UUID", "Long" })
        {
            var scalar = Assert.IsType<ScalarType>(schema.Types[name]);
            Assert.StartsWith("https://", scalar.SpecifiedBy, StringComparison.Ordinal);
            Assert.NotNull(scalar.Description);
        }
    }

    [Fact]
    public void Values_of_other_kinds_are_not_written()
    {
        Assert.StartsWith("DateTime must be", BuiltInScalarsTests.Written(new DateTimeCoercion(), new DateTime(2026, 1, 31)), StringComparison.Ordinal);
        Assert.Equal("\"2026-01-31T08:00:00Z\"", BuiltInScalarsTests.Written(new DateTimeCoercion(), new DateTime(2026, 1, 31, 8, 0, 0, DateTimeKind.Utc)));
        Assert.StartsWith("Date must be", BuiltInScalarsTests.Written(new DateCoercion(), "2026-01-31"), StringComparison.Ordinal);
        Assert.Equal("7", BuiltInScalarsTests.Written(new LongCoercion(), (short)7));
        Assert.Equal("Long cannot represent non-integer value: 1.5", BuiltInScalarsTests.Written(new LongCoercion(), 1.5));
    }
}
