import { useStore } from "zustand";
import { type QueueFilter, wholeQueue } from "../incidents/queue.ts";
import { useMay } from "../platform/access/access.ts";
import { useText } from "../platform/i18n/text.ts";
import { count } from "../platform/ui/numbers.ts";
import { useQueueCounts } from "./queueCounts.ts";
import { appText } from "./text.ts";
import { watch } from "./watch.ts";

type Props = { readonly grids: number; readonly filter: QueueFilter; readonly onFilter: (filter: QueueFilter) => void };

/** The numbers of the moment; those of incidents filter the queue when clicked. */
export function Kpis({ grids, filter, onFilter }: Props) {
  const text = useText(appText);
  const { total, urgent, overdue, known } = useQueueCounts();
  const seesPatrols = useMay("see_patrols");
  const patrols = useStore(watch, (state) => state.patrols);
  const number = (value: number) => (known ? count(value) : "–");
  const toggle = (severity: QueueFilter["severity"]) => () =>
    onFilter({ ...wholeQueue, order: filter.order, severity: filter.severity === severity ? null : severity });
  return (
    <div className="kpis">
      <button
        type="button"
        className="kpi"
        aria-pressed={filter.severity === null && filter.step === null}
        onClick={toggle(null)}
      >
        <b>{number(total)}</b>
        <span>{text.openIncidents}</span>
      </button>
      <button
        type="button"
        className="kpi kpi-urgent"
        aria-pressed={filter.severity === "urgent"}
        data-some={urgent > 0}
        onClick={toggle("urgent")}
      >
        <b>{number(urgent)}</b>
        <span>{text.urgent}</span>
      </button>
      <button
        type="button"
        className="kpi kpi-overdue"
        aria-pressed={filter.severity === "overdue"}
        data-some={overdue > 0}
        onClick={toggle("overdue")}
      >
        <b>{number(overdue)}</b>
        <span>{text.overdue}</span>
      </button>
      {seesPatrols && (
        <>
          <div className="kpi">
            <b>{count(patrols.onDuty)}</b>
            <span>{text.onDuty}</span>
          </div>
          <div className="kpi kpi-wide">
            <b>{count(patrols.moving)}</b>
            <span>{text.moving}</span>
          </div>
        </>
      )}
      <div className="kpi kpi-wide">
        <b>{count(grids)}</b>
        <span>{text.grids}</span>
      </div>
    </div>
  );
}
