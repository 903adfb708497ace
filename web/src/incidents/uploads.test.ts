import { describe, expect, it, vi } from "vitest";
import { ReadError } from "#platform/api/readJson.ts";
import { mostBytes, type sendPhoto } from "./photo.ts";
import { createUploads, isWorthAgain } from "./uploads.ts";

const photo = (name: string, bytes = 3) => new File([new Uint8Array(bytes)], name);

/** A sender that settles when the test says so. */
function byHand() {
  const sent: { name: string; settle: Settle; onSent: (share: number) => void }[] = [];
  const send = vi.fn<typeof sendPhoto>((_, photo, onSent) => {
    let done: () => void = () => undefined;
    let fail: (error: unknown) => void = () => undefined;
    const promise = new Promise<void>((resolve, reject) => {
      [done, fail] = [resolve, reject];
    });
    sent.push({ name: (photo as File).name, settle: { done, fail }, onSent });
    return promise;
  });
  return { send, sent };
}

type Settle = { readonly done: () => void; readonly fail: (error: unknown) => void };

const turn = () => new Promise((done) => setTimeout(done));

describe("photos on their way", () => {
  it("go one after the other, tell how far they are, and leave the list when they are taken", async () => {
    const { send, sent } = byHand();
    const { store, add } = createUploads(send);
    add("20261121-000001", [photo("a.jpg"), photo("b.jpg")]);
    expect(store.getState().list.map(({ state }) => state)).toEqual(["sending", "waiting"]);
    sent[0]?.onSent(0.5);
    expect(store.getState().list[0]?.share).toBe(0.5);
    sent[0]?.settle.done();
    await turn();
    expect(send.mock.calls.map(([incident]) => incident)).toEqual(["20261121-000001", "20261121-000001"]);
    expect(store.getState()).toMatchObject({ added: 1, list: [{ state: "sending" }] });
    sent[1]?.settle.done();
    await turn();
    expect(store.getState()).toEqual({ added: 2, list: [] });
  });

  it("stay with the reason when they were refused, and do not keep the others back", async () => {
    const { send, sent } = byHand();
    const { store, add, again, leave } = createUploads(send);
    add("7", [photo("a.zip.jpg"), photo("b.jpg")]);
    const refusal = new ReadError(415, "PICTURE_FORMAT", "Send a JPEG.", "请上传 JPEG。");
    sent[0]?.settle.fail(refusal);
    await turn();
    expect(sent.map(({ name }) => name)).toEqual(["a.zip.jpg", "b.jpg"]);
    sent[1]?.settle.done();
    await turn();
    const [failed] = store.getState().list;
    expect(failed).toMatchObject({ state: "failed", error: refusal });
    again(failed?.key ?? 0);
    expect(store.getState().list[0]).toMatchObject({ state: "sending", error: null, share: 0 });
    sent[2]?.settle.fail(refusal);
    await turn();
    leave(failed?.key ?? 0);
    expect(store.getState().list).toEqual([]);
  });

  it("are not sent for nothing when they are too large", () => {
    const { send } = byHand();
    const { store, add } = createUploads(send);
    add("7", [photo("huge.jpg", mostBytes + 1)]);
    expect(send).not.toHaveBeenCalled();
    expect(store.getState().list[0]).toMatchObject({ state: "failed", error: { code: "PICTURE_TOO_LARGE" } });
  });

  it("may be sent again when the photo was not at fault", () => {
    const again = [0, 401, 409, 429, 503].map((status) => isWorthAgain(new ReadError(status, "", "", "")));
    const never = [400, 403, 404, 413, 415].map((status) => isWorthAgain(new ReadError(status, "", "", "")));
    expect([again, never]).toEqual([Array(5).fill(true), Array(5).fill(false)]);
  });
});
