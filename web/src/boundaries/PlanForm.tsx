import { useState } from "react";
import type { CreatePlanMutation } from "#documents/documents.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { navigate } from "#platform/ui/location.ts";
import { type Said, said } from "./editor.ts";
import { boundaryText } from "./text.ts";

type Answer = {
  readonly answer: {
    readonly plan: Pick<NonNullable<CreatePlanMutation["answer"]["plan"]>, "id"> | null;
    readonly refusal: Said | null;
  };
};

type Props = {
  readonly className: string;
  readonly first: string;
  readonly words: string;
  readonly make: (name: string) => Promise<Answer>;
};

/** Names a plan, has it made and goes there, or says why not. */
export function PlanForm({ className, first, words, make }: Props) {
  const text = useText(boundaryText);
  const language = useLanguage();
  const [name, setName] = useState(first);
  const [refusal, setRefusal] = useState<Said | null>(null);
  const submit = async () => {
    try {
      const { answer } = await make(name);
      if (answer.plan === null) setRefusal(answer.refusal);
      else navigate(`/boundaries/${answer.plan.id}`);
    } catch (error) {
      setRefusal(said(error));
    }
  };
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <input
        aria-label={text.planName}
        placeholder={text.planName}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button button-strong" disabled={name.trim() === ""}>
        {words}
      </button>
      {refusal !== null && <p role="alert">{worded(language, refusal)}</p>}
    </form>
  );
}
