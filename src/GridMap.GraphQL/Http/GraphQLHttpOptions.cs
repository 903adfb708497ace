using System.Text.Json;
using GridMap.GraphQL.Http.Limits;
using GridMap.GraphQL.Http.Sockets;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http;

/// <summary>What a GraphQL endpoint takes from strangers; safe as it is.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Of a body, and of a message of a socket.</summary>
    public int MaxRequestBytes { get; set; } = 512 * 1024;

    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>How many requests one body may hold as an array; 0 takes no array.</summary>
    public int MaxBatchSize { get; set; }

    /// <summary>For documents that clients write; trusted documents are above them.</summary>
    public OperationLimits Limits { get; set; } = new();

    /// <summary>For queries and mutations; a subscription runs for as long as it is wanted.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether documents that clients write may ask for `__schema` and `__type`.</summary>
    public bool AllowsIntrospection { get; set; } = true;

    /// <summary>Whether clients may write documents at all; otherwise only trusted ones run.</summary>
    public bool AllowsAdHocOperations { get; set; } = true;

    /// <summary>A JSON file of trusted documents, `{"sha256 in hexadecimal": "document"}`; read at start.</summary>
    public string? TrustedDocumentsFile { get; set; }

    /// <summary>Further origins, such as `https://desk.example.org`, whose pages may use cookies and sockets here.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Where a browser that navigates to the endpoint is sent.</summary>
    public string? ExplorerPath { get; set; }

    public SocketLimits Sockets { get; set; } = new();

    /// <summary>Comments sent on an event stream that is silent, so that proxies keep it open.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Decides about a socket when it has sent `connection_init`, with that message's payload (undefined if none), and about an event stream when it begins.
    /// The token is cancelled when the connection has ended. Without it every connection is let in.
    /// </summary>
    public Func<HttpContext, JsonElement, CancellationToken, ValueTask<ConnectionDecision>>? DecideConnection { get; set; }

    /// <summary>Tells the services of one operation on a socket who asks, or throws what the operation is refused with; requests by HTTP have their own services.</summary>
    public Func<HttpContext, IServiceProvider, CancellationToken, ValueTask>? PrepareServices { get; set; }
}
