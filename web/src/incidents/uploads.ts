import { createStore, useStore } from "zustand";
import { ReadError } from "#platform/api/readJson.ts";
import { inLanguage } from "#platform/i18n/text.ts";
import { mostBytes, sendPhoto } from "./photo.ts";
import { photoText } from "./photoText.ts";

/** A photo on its way to an incident. */
export type Upload = {
  readonly key: number;
  /** The number of the incident. */
  readonly incident: string;
  readonly photo: File;
  readonly state: "waiting" | "sending" | "failed";
  /** How much of it is sent, 0 to 1. */
  readonly share: number;
  /** Why it failed. */
  readonly error: ReadError | null;
};

type State = {
  readonly list: readonly Upload[];
  /** Photos that the server has taken: a card that sees another number reads again. */
  readonly added: number;
};

function unfit({ size }: File): ReadError | null {
  const words = (language: "zh" | "en") => inLanguage(photoText, language).tooLarge;
  return size > mostBytes ? new ReadError(413, "PICTURE_TOO_LARGE", words("en"), words("zh")) : null;
}

/** What was no fault of the photo may be sent again. */
export function isWorthAgain({ status }: ReadError): boolean {
  return status === 0 || status === 401 || status === 409 || status === 429 || status >= 500;
}

/** Photos on their way, one after the other and whatever card is open meanwhile. What was taken leaves the list, what failed stays until it is sent again or left. */
export function createUploads(send: typeof sendPhoto) {
  const store = createStore<State>(() => ({ list: [], added: 0 }));
  let keys = 0;
  let running = false;

  const change = (key: number, now: Partial<Upload>) =>
    store.setState(({ list }) => ({ list: list.map((one) => (one.key === key ? { ...one, ...now } : one)) }));
  const leave = (key: number) => store.setState(({ list }) => ({ list: list.filter((one) => one.key !== key) }));

  const carry = async ({ key, incident, photo }: Upload) => {
    change(key, { state: "sending" });
    try {
      await send(incident, photo, (share) => change(key, { share }));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      return change(key, { state: "failed", error });
    }
    leave(key);
    store.setState(({ added }) => ({ added: added + 1 }));
  };

  const run = async () => {
    if (running) return;
    running = true;
    const next = () => store.getState().list.find(({ state }) => state === "waiting");
    try {
      for (let upload = next(); upload !== undefined; upload = next()) await carry(upload);
    } finally {
      running = false;
    }
  };

  return {
    store,
    leave,
    add: (incident: string, photos: readonly File[]) => {
      const fresh = photos.map((photo): Upload => {
        const error = unfit(photo);
        return { key: ++keys, incident, photo, state: error === null ? "waiting" : "failed", share: 0, error };
      });
      store.setState(({ list }) => ({ list: [...list, ...fresh] }));
      void run();
    },
    again: (key: number) => {
      change(key, { state: "waiting", share: 0, error: null });
      void run();
    },
  };
}

export const uploads = createUploads(sendPhoto);

export function useUploads<T>(select: (state: State) => T): T {
  return useStore(uploads.store, select);
}
