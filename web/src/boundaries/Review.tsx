import { useState } from "react";
import { useStore } from "zustand";
import { approvePlan } from "#documents/boundaries/ApprovePlan.ts";
import { commentPlan } from "#documents/boundaries/CommentPlan.ts";
import { publishPlan } from "#documents/boundaries/PublishPlan.ts";
import { rejectPlan } from "#documents/boundaries/RejectPlan.ts";
import { reopenPlan } from "#documents/boundaries/ReopenPlan.ts";
import { submitPlan } from "#documents/boundaries/SubmitPlan.ts";
import { withdrawPlan } from "#documents/boundaries/WithdrawPlan.ts";
import type { PlanAnswerFragment } from "#documents/documents.ts";
import { useMay } from "#platform/access/access.ts";
import { newKey } from "#platform/api/newKey.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { useText } from "#platform/i18n/text.ts";
import { editor, step } from "./editor.ts";
import { Impact } from "./Impact.tsx";
import { boundaryText } from "./text.ts";

type Props = { readonly canEdit: boolean; readonly onShow: (place: Position) => void };

/** The life of the plan: what its author and its reviewers may do now, and what they have said. */
export function Review({ canEdit, onShow }: Props) {
  const text = useText(boundaryText);
  const { plan, busy } = useStore(editor);
  const [comment, setComment] = useState("");
  const reviews = useMay("review_boundaries");
  if (plan === null) return null;
  const at = { plan: plan.id, expectedVersion: plan.version };
  const input = () => ({ ...at, comment: comment === "" ? null : comment, idempotencyKey: newKey() });
  const button = (label: string, run: () => Promise<{ readonly answer: PlanAnswerFragment }>, isStrong = false) => (
    <button
      type="button"
      className={isStrong ? "button button-strong" : "button"}
      disabled={busy}
      onClick={() => void step(run).then(() => setComment(""))}
    >
      {label}
    </button>
  );
  const isEdited = plan.status === "DRAFT" || plan.status === "REJECTED";
  return (
    <section aria-label={text.review}>
      <h3>{text.review}</h3>
      {plan.applied > 0 && plan.status !== "PUBLISHED" && <Impact plan={plan} canEdit={canEdit} onShow={onShow} />}
      {reviews && (
        <textarea
          aria-label={text.comment}
          placeholder={text.comment}
          rows={2}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      )}
      <div className="boundary-row">
        {comment !== "" &&
          button(text.send, () => query(commentPlan, { input: { plan: plan.id, comment, idempotencyKey: newKey() } }))}
        {plan.isMine &&
          isEdited &&
          plan.applied > 0 &&
          button(text.submit, () => query(submitPlan, { input: at }), true)}
        {plan.status === "APPROVED" && reviews && button(text.publish, () => query(publishPlan, { input: at }), true)}
        {plan.isMine && plan.status === "SUBMITTED" && button(text.reopen, () => query(reopenPlan, { input: at }))}
        {plan.isMine && isEdited && button(text.withdraw, () => query(withdrawPlan, { input: at }))}
        {reviews && !plan.isMine && plan.status === "SUBMITTED" && (
          <>
            {button(text.approve, () => query(approvePlan, { input: input() }), true)}
            {button(text.reject, () => query(rejectPlan, { input: input() }))}
          </>
        )}
      </div>
      <ol className="boundary-list">
        {plan.reviews.map((review) => (
          <li key={`${review.at}/${review.verdict}`}>
            <span>
              <b>{text.verdict[review.verdict]}</b> · {review.reviewer}
              {review.comment !== null && `：${review.comment}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
