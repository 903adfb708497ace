/** The script a page of the dashboard begins with; another name is another build. Null for what is no such page. */
export function buildOf(html: string): string | null {
  return /<script[^>]+src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? null;
}

type Moment = {
  /** Since when the page ought to be loaded anew; null while there is no reason. */
  readonly wantedAt: number | null;
  /** When the scene last changed by itself. */
  readonly turnedAt: number;
  /** When somebody last touched the wall. */
  readonly usedAt: number;
  /** Whether the server answers: a page that is loaded while it does not is an empty one. */
  readonly isLive: boolean;
  readonly now: number;
};

const untouchedFor = 60_000;
const changeOfScene = 2_000;
const longestWait = 300_000;

/** Whether this is a moment at which nobody misses the page: between two scenes, or after long enough a wait for one. */
export function isCalm({ wantedAt, turnedAt, usedAt, isLive, now }: Moment): boolean {
  if (wantedAt === null || !isLive || now - usedAt < untouchedFor) return false;
  return now - turnedAt < changeOfScene || now - wantedAt >= longestWait;
}
