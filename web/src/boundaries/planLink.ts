import { enterPlan } from "#documents/boundaries/EnterPlan.ts";
import { planAsItIs } from "#documents/boundaries/PlanAsItIs.ts";
import { planNews } from "#documents/boundaries/PlanNews.ts";
import { planStand } from "#documents/boundaries/PlanStand.ts";
import type { PlanStandFragment } from "#documents/documents.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { ReadError } from "#platform/api/readJson.ts";
import { subscribe } from "#platform/api/subscribe.ts";
import { editor, takePlan } from "./editor.ts";

/** Whoever has said nothing for half a minute is gone. */
const sayEvery = 10_000;

function forgive(error: unknown): null {
  // It is asked again soon.
  if (!(error instanceof ReadError)) throw error;
  return null;
}

async function readAgain(id: string): Promise<void> {
  const { plan } = await query(planAsItIs, { id });
  const { plan: present, busy, refusal } = editor.getState();
  // What is on its way here is newer.
  if (plan !== null && !busy && present?.id === id && plan.version >= present.version) {
    takePlan({ plan, refusal: null });
    editor.setState({ refusal });
  }
}

/** Takes in who is here, and reads the plan again where somebody has changed it or what it rests on. */
async function take(stand: PlanStandFragment | null): Promise<void> {
  const { plan, busy } = editor.getState();
  if (stand === null || plan === null || plan.id !== stand.id) return;
  if (JSON.stringify(plan.editors) !== JSON.stringify(stand.editors)) {
    editor.setState({ plan: { ...plan, editors: stand.editors } });
  }
  if (!busy && (stand.version > plan.version || stand.isStale !== plan.isStale)) await readAgain(stand.id);
}

/** Tells the other editors of a plan who is here and where they look, and hears what they do, until it is stopped. */
export function linkPlan(id: string, whereAmI: () => Position): () => void {
  const say = async () => {
    if (document.visibilityState === "hidden") return;
    const [longitude, latitude] = whereAmI();
    const { answer } = await query(enterPlan, { plan: id, position: { longitude, latitude } });
    await take(answer.plan);
  };
  const hear = async () => take((await query(planStand, { id })).plan);
  const beat = () => void say().catch(forgive);
  beat();
  const timer = setInterval(beat, sayEvery);
  const stop = subscribe(planNews, { plan: id }, () => void hear().catch(forgive));
  return () => {
    clearInterval(timer);
    stop();
  };
}
