import { MessageType, NullLogger } from "@microsoft/signalr";
import { expect, it } from "vitest";
import { createProtocol } from "./protocol.ts";

const protocol = createProtocol();
const json = (value: object) => [...new TextEncoder().encode(JSON.stringify(value)), 0x1e];
const parse = (bytes: readonly number[]) => protocol.parseMessages(Uint8Array.from(bytes).buffer, NullLogger.instance);

it("takes JSON and packed bytes out of one message, in order", () => {
  const messages = parse([...json({ type: 6 }), 1, 5, 0, 0, 0, 2, 0x31, 0x32, 9, 8, ...json({ type: 6 })]);
  expect(messages.map(({ type }) => type)).toEqual([MessageType.Ping, MessageType.StreamItem, MessageType.Ping]);
  expect(messages[1]).toMatchObject({ invocationId: "12", item: Uint8Array.of(9, 8) });
});

it("does not guess at what is cut short", () => {
  expect(() => parse([1, 9, 0, 0, 0, 1, 0x31, 9])).toThrow("incomplete");
  expect(() => parse(json({ type: 6 }).slice(0, -1))).toThrow("incomplete");
});
