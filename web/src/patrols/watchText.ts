import { defineText } from "#platform/i18n/text.ts";

export const watchText = defineText(
  {
    state: {
      off_watch: "○ 当前无班次",
      awaited: "◌ 刚到班次，等待到岗",
      present: "● 有人巡查",
      absent: "▲ 无人巡查",
    },
    absentFor: (time: string) => `已 ${time}`,
    lastThere: (age: string) => `最近有人 ${age}`,
  },
  {
    state: {
      off_watch: "○ Nobody on duty now",
      awaited: "◌ Shift has begun, awaited",
      present: "● Patrolled",
      absent: "▲ Without patrol",
    },
    absentFor: (time: string) => `for ${time}`,
    lastThere: (age: string) => `last there ${age}`,
  },
);
