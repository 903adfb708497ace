using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Api;

/// <summary>JSON answers in which Chinese stands as Chinese, a third of the size of its escapes.</summary>
public static class Json
{
    public static IServiceCollection AddJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
}
