import { type HubMessage, type IHubProtocol, type ILogger, JsonHubProtocol, MessageType } from "@microsoft/signalr";

/** The first byte of a packed message; JSON begins with a brace. */
const mark = 1;
const headBytes = 6;
const recordSeparator = 0x1e;
/** The value of `TransferFormat.Binary`, which the package declares as a constant only for the compiler. */
const binary = 2;

function itemOf(bytes: Uint8Array): HubMessage {
  const idEnd = headBytes + (bytes[5] ?? 0);
  return {
    type: MessageType.StreamItem,
    invocationId: String.fromCharCode(...bytes.subarray(headBytes, idEnd)),
    item: bytes.slice(idEnd),
  };
}

/** The hub protocol `gridmap`: JSON, and frames that come packed as bytes. */
export function createProtocol(): IHubProtocol {
  const json = new JsonHubProtocol();
  const text = new TextDecoder();

  const parse = (bytes: Uint8Array, logger: ILogger): HubMessage[] => {
    const messages: HubMessage[] = [];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; ) {
      const packed = bytes[at] === mark;
      const end = packed ? at + 5 + view.getUint32(at + 1, true) : bytes.indexOf(recordSeparator, at) + 1;
      // What is cut short is not understood either.
      if (end <= at || end > bytes.length) throw new Error("A message of the hub is incomplete");
      const message = bytes.subarray(at, end);
      if (packed) messages.push(itemOf(message));
      else messages.push(...json.parseMessages(text.decode(message), logger));
      at = end;
    }
    return messages;
  };

  return {
    name: "gridmap",
    version: 1,
    transferFormat: binary,
    parseMessages: (input, logger) =>
      typeof input === "string" ? json.parseMessages(input, logger) : parse(new Uint8Array(input), logger),
    writeMessage: (message) => json.writeMessage(message),
  };
}
