import "./workers.ts";
import "graphiql/style.css";
import "./explorer.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { welcome } from "./welcome.ts";

const endpoint = new URL("/graphql", location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol === "https:" ? "wss:" : "ws:";

// The session is in a cookie that the browser sends by itself, with requests and with the socket; the header shows that a page of ours asks.
const fetcher = createGraphiQLFetcher({
  url: endpoint.href,
  headers: { "X-GridMap-Request": "1" },
  wsClient: createClient({ url: socket.href, lazy: true }),
});

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <GraphiQL fetcher={fetcher} defaultTheme="dark" defaultQuery={welcome} defaultEditorToolsVisibility="variables">
      <GraphiQL.Logo>
        <h1 className="explorer-title">
          网格化治理一张图 · 接口浏览器 <span lang="en">GridMap API explorer</span>
        </h1>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
