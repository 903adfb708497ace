import { type FormEvent, useId, useState } from "react";
import { changeAlarmRule } from "#documents/alarms/ChangeAlarmRule.ts";
import type { AlarmSettingsQuery } from "#documents/documents.ts";
import { lower } from "#platform/api/convert.ts";
import { query } from "#platform/api/query.ts";
import type { Perform } from "#platform/api/usePerform.ts";
import { useText } from "#platform/i18n/text.ts";
import { Chips } from "#platform/ui/Chips.tsx";
import { type Severity, severities } from "./alarm.ts";
import { FormEnds } from "./FormEnds.tsx";
import { settingsText } from "./settingsText.ts";
import { alarmText } from "./text.ts";

type Rule = AlarmSettingsQuery["alarmRules"][number];

/** As the server has it: a day at most. */
const longest = 86_400;

type SecondsProps = {
  readonly label: string;
  readonly value: string;
  readonly least: number;
  readonly required: boolean;
  readonly onChange: (value: string) => void;
};

function Seconds({ label, value, least, required, onChange }: SecondsProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type="number"
        inputMode="numeric"
        min={least}
        max={longest}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}

const told = (seconds: number | null) => (seconds === null ? "" : String(seconds));
const read = (typed: string) => (typed === "" ? null : Number(typed));

type Props = { readonly rule: Rule; readonly perform: Perform; readonly onClose: () => void };

/** Changes one rule as it was when the form was opened; whoever was faster is told by the server. */
export function RuleForm({ rule, perform, onClose }: Props) {
  const text = useText(settingsText);
  const words = useText(alarmText);
  const [seen] = useState(rule);
  const [isEnabled, setEnabled] = useState(seen.isEnabled);
  const [severity, setSeverity] = useState<Severity>(seen.severity);
  const [after, setAfter] = useState(told(seen.afterSeconds));
  const [repeat, setRepeat] = useState(told(seen.repeatSeconds));
  const [escalate, setEscalate] = useState(told(seen.escalateSeconds));
  const ofPlace = seen.kind === "GRID_UNPATROLLED" || seen.kind === "PATROL_SILENT" || seen.kind === "TRACKING_LOST";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      kind: seen.kind,
      expectedVersion: seen.version,
      isEnabled,
      severity,
      afterSeconds: Number(after),
      repeatSeconds: read(repeat),
      escalateSeconds: read(escalate),
    };
    if (await perform(() => query(changeAlarmRule, { input }))) onClose();
  };
  return (
    <form className="mute-form alarm-rule-form" onSubmit={(event) => void submit(event)}>
      <label>
        <input type="checkbox" checked={isEnabled} onChange={(event) => setEnabled(event.target.checked)} />{" "}
        {text.enabled}
      </label>
      <Chips
        legend={<legend>{text.severity}</legend>}
        of={severities}
        name={(one) => words.severity[lower(one)]}
        isChosen={(one) => one === severity}
        onChoose={setSeverity}
      />
      <Seconds label={text.afterField} value={after} least={ofPlace ? 120 : 0} required={true} onChange={setAfter} />
      <Seconds
        label={text.repeatField}
        value={repeat}
        least={5}
        required={severity === "URGENT"}
        onChange={setRepeat}
      />
      <Seconds label={text.escalateField} value={escalate} least={30} required={false} onChange={setEscalate} />
      <FormEnds words={text.save} onClose={onClose} />
    </form>
  );
}
