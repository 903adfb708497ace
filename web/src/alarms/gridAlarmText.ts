import { defineText } from "#platform/i18n/text.ts";

export const gridAlarmText = defineText(
  {
    state: { raised: "无人巡查报警，未确认", acknowledged: "无人巡查报警，已确认", cleared: "无人巡查报警，已解除" },
    open: "打开报警",
  },
  {
    state: {
      raised: "Alarm: no patrol, unacknowledged",
      acknowledged: "Alarm: no patrol, acknowledged",
      cleared: "Alarm: no patrol, cleared",
    },
    open: "Open the alarm",
  },
);
