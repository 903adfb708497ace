using System.Globalization;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Http;

/// <summary>What the transport itself answers with: a stable code, and what to do about it in both languages.</summary>
internal static class RequestErrors
{
    public const string ForbiddenCode = "FORBIDDEN";

    public static readonly GraphQLError MethodNotAllowed = Worded(
        "METHOD_NOT_ALLOWED", "Send the request with POST, or a query with GET.", "请使用 POST 发送请求；查询也可使用 GET。");

    public static readonly GraphQLError MutationByGet = Worded(
        "METHOD_NOT_ALLOWED", "Can only perform a query with GET: send a mutation with POST.", "GET 只能用于查询：变更操作请使用 POST。");

    public static readonly GraphQLError NotAcceptable = Worded(
        "NOT_ACCEPTABLE",
        "Accept application/graphql-response+json, application/json or, for a stream, text/event-stream.",
        "请在 Accept 中接受 application/graphql-response+json、application/json，或用于流的 text/event-stream。");

    public static readonly GraphQLError UnsupportedMediaType = Worded(
        "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json in UTF-8, not compressed.", "请以 UTF-8 编码的 application/json 发送正文，且不要压缩。");

    public static readonly GraphQLError BodyMalformed = Worded(
        "REQUEST_MALFORMED",
        "The body is not well-formed JSON in UTF-8, repeats a property, or is nested too deeply.",
        "正文不是有效的 UTF-8 JSON，或含有重复属性，或嵌套过深。");

    public static readonly GraphQLError QueryStringMalformed = Worded(
        "REQUEST_MALFORMED", "Give each parameter once, `variables` and `extensions` as JSON objects.", "每个参数只能出现一次，variables 与 extensions 须为 JSON 对象。");

    public static readonly GraphQLError RequestNotAnObject = Worded(
        "REQUEST_MALFORMED", "The body must be a JSON object.", "正文必须是 JSON 对象。");

    public static readonly GraphQLError QueryMissing = Worded(
        "QUERY_MISSING", "Give a `query`, or the `documentId` of a trusted document.", "请提供 query，或受信文档的 documentId。");

    public static readonly GraphQLError DocumentIdMismatch = Worded(
        "DOCUMENT_ID_MISMATCH", "The document identifier is not the SHA-256 of `query`: send one of the two.", "文档标识与 query 的 SHA-256 不符：请只发送其中之一。");

    // Clients of automatic persisted queries know this message.
    public static readonly GraphQLError PersistedQueryNotFound = Worded(
        "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound", "未找到该受信文档：请发送完整的 query，或更新客户端。");

    public static readonly GraphQLError AdHocDisabled = Worded(
        "AD_HOC_OPERATIONS_DISABLED", "This server runs trusted documents only: send a `documentId`.", "本服务只执行受信文档：请发送 documentId。");

    public static readonly GraphQLError IntrospectionDisabled = Worded(
        "INTROSPECTION_DISABLED", "Introspection is switched off on this server: use the published schema.", "本服务已关闭内省：请使用已发布的 schema。");

    public static readonly GraphQLError CrossSite = Worded(
        "CROSS_SITE_REQUEST_BLOCKED",
        "This request could come from a foreign page: send the header `GraphQL-Preflight: 1`, or use POST with application/json.",
        "该请求可能来自外部页面：请携带请求头 GraphQL-Preflight: 1，或使用 application/json 的 POST。");

    public static readonly GraphQLError ForeignOrigin = Worded(
        "ORIGIN_FOREIGN", "Send the request from the server's own pages, or allow this origin.", "请从本服务页面发送请求，或将该来源加入允许列表。");

    public static readonly GraphQLError Forbidden = Worded(
        ForbiddenCode, "You may not open this connection, or no longer.", "您无权打开此连接，或权限已失效。");

    public static readonly GraphQLError UpgradeMalformed = Worded(
        "UPGRADE_MALFORMED", "This is no WebSocket handshake: check Upgrade, Connection and the Sec-WebSocket headers.", "不是有效的 WebSocket 握手：请检查 Upgrade、Connection 与 Sec-WebSocket 请求头。");

    public static readonly GraphQLError StreamNeeded = Worded(
        "SUBSCRIPTION_TRANSPORT_REQUIRED",
        "A subscription is a stream: accept text/event-stream, or use graphql-transport-ws.",
        "订阅是数据流：请接受 text/event-stream，或使用 graphql-transport-ws。");

    public static readonly GraphQLError StreamInBatch = Worded(
        "SUBSCRIPTION_TRANSPORT_REQUIRED", "A batch cannot hold a subscription or be a stream.", "批量请求不能包含订阅，也不能以数据流应答。");

    public static readonly GraphQLError BatchingDisabled = Worded(
        "BATCHING_DISABLED", "This server takes one request at a time.", "本服务每次只接受一个请求。");

    public static readonly GraphQLError BatchEmpty = Worded("REQUEST_MALFORMED", "The batch is empty.", "批量请求为空。");

    public static readonly GraphQLError TimedOut = Worded(
        "EXECUTION_TIMEOUT", "The operation took too long and was cancelled: ask for less at a time.", "操作耗时过长，已取消：请减少单次请求的内容。");

    public static readonly GraphQLError Fault = Worded(
        ErrorCodes.Unexpected, "Unexpected execution error", "服务器执行此操作时出错，请重试。");

    public static readonly GraphQLError TooManyOperations = Worded(
        "TOO_MANY_OPERATIONS", "Too many operations run on this connection: complete one first.", "此连接上的操作过多：请先结束其中一个。");

    public static GraphQLError BodyTooLarge(int limit) => Worded(
        "BODY_TOO_LARGE", $"Send a body of at most {Number(limit)} bytes.", $"请求正文不得超过 {Number(limit)} 字节。");

    public static GraphQLError WrongParameter(string name, string expected, string expectedChinese) => Worded(
        "REQUEST_MALFORMED", $"`{name}` must be {expected}.", $"{name} 必须是{expectedChinese}。");

    public static GraphQLError BatchTooLarge(int limit) => Worded(
        "BATCH_TOO_LARGE", $"Send at most {Number(limit)} requests in one batch.", $"单次批量请求不得超过 {Number(limit)} 个。");

    public static GraphQLError OverLimit(string code, string what, string whatChinese, long found, long limit) => Worded(
        code,
        $"The document has {Number(found)} {what}; at most {Number(limit)} are allowed.",
        $"文档含有 {Number(found)} {whatChinese}，最多允许 {Number(limit)}。") with
    {
        Extensions = new Dictionary<string, object?>
        {
            ["code"] = code,
            ["messageZh"] = $"文档含有 {Number(found)} {whatChinese}，最多允许 {Number(limit)}。",
            ["found"] = found,
            ["limit"] = limit,
        },
    };

    private static GraphQLError Worded(string code, string message, string messageChinese) =>
        new(message) { Extensions = new Dictionary<string, object?> { ["code"] = code, ["messageZh"] = messageChinese } };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
