import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphQLWorker from "monaco-graphql/esm/graphql.worker.js?worker";

const workers: Readonly<Record<string, new () => Worker>> = { json: JsonWorker, graphql: GraphQLWorker };

// The editor asks for its workers here; they are files of our own, as the page's security policy wants them.
self.MonacoEnvironment = { getWorker: (_, label) => new (workers[label] ?? EditorWorker)() };
