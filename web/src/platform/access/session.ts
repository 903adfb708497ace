import { ReadError, readJson } from "#platform/api/readJson.ts";
import { sendJson } from "#platform/api/sendJson.ts";
import { access } from "./access.ts";
import { type Profile, sessionAnswer } from "./profile.ts";

const path = "/api/session";

function take(profile: Profile | null): void {
  const last = access.getState();
  if (profile !== null) access.setState({ kind: "known", profile }, true);
  else if (last.kind === "known" || last.kind === "expired")
    access.setState({ kind: "expired", profile: last.profile }, true);
  else access.setState({ kind: "anonymous" }, true);
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
  const last = access.getState();
  const { profile } = sessionAnswer(await sendJson("POST", path, { login, password }), path);
  if (last.kind === "expired" && last.profile.login !== profile?.login) {
    globalThis.location.reload();
    return;
  }
  take(profile);
}

/** Signs out and forgets what is on screen; the address stays, without the view and the selection of the one who leaves. */
export async function signOut(): Promise<void> {
  await sendJson("DELETE", path, null);
  globalThis.location.assign("/");
}
