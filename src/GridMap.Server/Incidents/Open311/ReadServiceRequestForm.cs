using GridMap.Core;
using GridMap.Core.Incidents;
using GridMap.Platform.Api;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Server.Incidents.Open311;

/// <summary>A service request as it was sent.</summary>
public sealed record ServiceRequestForm(ReportDraft Draft, string? Jurisdiction, string? ApiKey);

/// <summary>Reads a POSTed service request; what cannot be read is refused, never guessed.</summary>
public static class ReadServiceRequestForm
{
    public const int MaxBodyBytes = 64 * 1024;

    private const int MaxKey = 128;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 64,
        KeyLengthLimit = 256,
        ValueLengthLimit = 32 * 1024,
        MultipartBodyLengthLimit = MaxBodyBytes,
        MemoryBufferThreshold = MaxBodyBytes,
    };

    public static async Task<Result<ServiceRequestForm>> RunAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return new Refusal("FORM_EXPECTED", "POST the request form-encoded (application/x-www-form-urlencoded or multipart/form-data, UTF-8).", "请以表单编码（application/x-www-form-urlencoded 或 multipart/form-data，UTF-8）提交。");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBodyBytes;
        }

        return await RequestForm.ReadAsync(request, Limits, Draft, cancellationToken);
    }

    /// <summary>The idempotency key of the request, when it has one.</summary>
    public static Result<string?> FindKey(HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            return default(Result<string?>);
        }

        return key.Length <= MaxKey && key.All(character => character is > ' ' and <= '~')
            ? $"open311:{key}"
            : new Refusal("IDEMPOTENCY_KEY_INVALID", $"Send one Idempotency-Key of at most {MaxKey} printable ASCII characters.", $"Idempotency-Key 须为不超过 {MaxKey} 个可见 ASCII 字符。");
    }

    private static Result<ServiceRequestForm> Draft(IFormCollection form)
    {
        if (form.FirstOrDefault(field => field.Value.Count > 1 && !field.Key.EndsWith("[]", StringComparison.Ordinal)) is { Key: { } repeated })
        {
            return new Refusal("FIELD_REPEATED", $"Send the field {repeated} once.", $"字段 {repeated} 只能出现一次。");
        }

        if (form.Files.Count > 0)
        {
            return new Refusal("MEDIA_UPLOAD_UNSUPPORTED", "Send the address of the picture as media_url instead of the picture itself.", "请以 media_url 提供图片网址，暂不接收图片文件。");
        }

        var longitude = Degrees(form, "long");
        var latitude = Degrees(form, "lat");
        if ((longitude.Refusal ?? latitude.Refusal) is { } refusal)
        {
            return refusal;
        }

        var name = string.Join(' ', new[] { Text(form, "last_name"), Text(form, "first_name") }.Where(part => part is not null));
        var draft = new ReportDraft(
            Text(form, "service_code"), Text(form, "description"), longitude.Value, latitude.Value, Text(form, "address_string"),
            name, Text(form, "phone"), Text(form, "email"), Text(form, "media_url"));
        return new ServiceRequestForm(draft, Text(form, "jurisdiction_id"), Text(form, "api_key"));
    }

    private static Result<double?> Degrees(IFormCollection form, string name)
    {
        if (Text(form, name) is not { } text)
        {
            return default(Result<double?>);
        }

        return RequestValue.TryNumber(text, out var degrees)
            ? degrees
            : new Refusal("POSITION_MALFORMED", $"Send {name} as a decimal number of degrees (WGS 84).", $"{name} 须为十进制度数（WGS 84）。");
    }

    private static string? Text(IFormCollection form, string name) =>
        form.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value.ToString()) ? value.ToString() : null;
}
