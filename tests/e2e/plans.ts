import { expect, type Page } from "@playwright/test";

export type Stand = { readonly id: string; readonly version: number };

/** A mutation of a plan, by whoever the page is. */
export async function change(url: string, page: Page, call: string): Promise<Stand> {
  const answer = await page.request.post(`${url}/graphql`, {
    headers: { "x-gridmap-request": "1" },
    data: { query: `mutation { answer: ${call} { plan { id version } refusal { code } } }` },
  });
  const { data } = (await answer.json()) as { data: { answer: { plan: Stand; refusal: { code: string } | null } } };
  expect(data.answer.refusal).toBeNull();
  return data.answer.plan;
}

/** A plan that gives an atom to a grid, made by one and approved by another. */
export async function approvedPlan(url: string, page: Page, reviewer: Page, area: string, atom: number, taker: number): Promise<Stand> {
  const key = () => `idempotencyKey: "${crypto.randomUUID()}"`;
  const made = await change(url, page, `createPlan(input: { name: "划归", area: "${area}", ${key()} })`);
  const { version } = await change(
    url,
    page,
    `applyPlanOperations(input: { plan: "${made.id}", expectedVersion: ${made.version}, operations: [{ reassign: { atoms: [${atom}], grid: ${taker} } }], ${key()} })`,
  );
  const submitted = await change(url, page, `submitPlan(input: { plan: "${made.id}", expectedVersion: ${version} })`);
  return change(url, reviewer, `approvePlan(input: { plan: "${made.id}", expectedVersion: ${submitted.version}, ${key()} })`);
}
