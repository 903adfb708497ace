import { defineText } from "#platform/i18n/text.ts";

export const hourText = defineText(
  {
    title: "近 24 小时上报",
    slider: "近 24 小时各小时上报数：左右键选择，回车从此时回放",
    range: (from: string, until: string) => `${from} 至 ${until}`,
    sum: (count: number) => `${count} 件`,
    others: "其他",
    enter: "点击从此时回放",
  },
  {
    title: "Reported in 24 hours",
    slider: "Reports by hour of the last 24: left and right choose, Enter replays from there",
    range: (from: string, until: string) => `${from} to ${until}`,
    sum: (count: number) => (count === 1 ? "1 incident" : `${count} incidents`),
    others: "Others",
    enter: "Click to replay from here",
  },
);
