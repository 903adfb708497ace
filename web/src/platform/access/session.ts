import { ReadError, readJson } from "#platform/api/readJson.ts";
import { sendJson } from "#platform/api/sendJson.ts";
import { access, holder, inTheNameOf } from "./access.ts";
import { type Profile, sessionAnswer } from "./profile.ts";

const path = "/api/session";

const tabs = new BroadcastChannel("gridmap.session");

function take(profile: Profile | null): void {
  const held = holder();
  if (profile !== null && (held === null || held.login === profile.login))
    access.setState({ kind: "known", profile }, true);
  else if (held !== null) access.setState({ kind: "expired", profile: held, by: profile }, true);
  else access.setState({ kind: "anonymous" }, true);
}

/** What one tab does to the session holds for all: who signs out is out everywhere, and nobody works on in another's name. */
export function followOtherTabs(): void {
  tabs.onmessage = ({ data }: MessageEvent<"in" | "out">) => {
    if (data === "in") void checkSession();
    else if (holder() !== null) globalThis.location.assign("/");
  };
}

/** Asks who is signed in; asked again for as long as the server cannot be reached. */
export async function checkSession(): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      take((await readJson(path, sessionAnswer)).profile);
      return;
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
    }
    await new Promise((done) => setTimeout(done, Math.min(4000, 500 * attempt)));
  }
}

/** Signs in; a refusal is a ReadError. Somebody else than before starts with a page of their own. */
export async function signIn(login: string, password: string): Promise<void> {
  const { profile } = sessionAnswer(await sendJson("POST", path, { login, password }), path);
  tabs.postMessage("in");
  take(profile);
  if (access.getState().kind === "expired") globalThis.location.reload();
}

/** Signs out and forgets what is on screen; the address stays, without the view and the selection of the one who leaves. */
export async function signOut(): Promise<void> {
  await sendJson("DELETE", path, null, inTheNameOf());
  tabs.postMessage("out");
  globalThis.location.assign("/");
}
