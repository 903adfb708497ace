import { defineText } from "#platform/i18n/text.ts";

export const silentText = defineText(
  {
    title: "失联巡查力量",
    button: (count: number) => `失联 ${count}`,
    explanation: "在岗，但 10 分钟以上没有定位，已从地图移除。",
    none: "在岗人员都有定位。",
    since: (age: string) => `最近定位 ${age}`,
    never: "今日暂无定位",
    more: (count: number) => `另有 ${count} 名未列出`,
    close: "关闭",
  },
  {
    title: "Silent patrols",
    button: (count: number) => `${count} silent`,
    explanation: "On duty, without a position for 10 minutes or more: no longer on the map.",
    none: "Everyone on duty is heard of.",
    since: (age: string) => `last fix ${age}`,
    never: "nothing heard today",
    more: (count: number) => `${count} more are not listed`,
    close: "Close",
  },
);
