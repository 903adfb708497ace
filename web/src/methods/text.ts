import { defineText } from "#platform/i18n/text.ts";

export const methodsText = defineText(
  { title: "方法说明", intro: "每个数字如何得出、依据何在、如何核对。", sources: "文献" },
  {
    title: "Methods",
    intro: "How each number comes about, what it rests on and how it is checked.",
    sources: "Sources",
  },
);
