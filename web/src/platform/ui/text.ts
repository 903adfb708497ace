import { defineText } from "#platform/i18n/text.ts";

export const uiText = defineText(
  {
    loading: "正在读取…",
    retry: "重试",
    close: "关闭",
    unreachable: "连不上服务器",
    unreachableRemedy: "请检查网络；恢复后会自动继续。",
    notFound: "没有找到",
    notFoundRemedy: "它可能已被删除，或链接写错了。",
    failed: "读取失败",
    unanswered: "没有收到服务器的答复，请再试一次。",
    unknown: "—",
    theme: { dark: "切换到浅色", light: "切换到深色" },
    language: "EN",
    languageLabel: "EN – Switch to English",
  },
  {
    loading: "Loading…",
    retry: "Try again",
    close: "Close",
    unreachable: "The server cannot be reached",
    unreachableRemedy: "Check the network; this continues by itself when it is back.",
    notFound: "Not found",
    notFoundRemedy: "It may have been deleted, or the link is wrong.",
    failed: "Could not be read",
    unanswered: "The server did not answer; try again.",
    unknown: "—",
    theme: { dark: "Switch to light", light: "Switch to dark" },
    language: "中",
    languageLabel: "中 – 切换到中文",
  },
);
