import { defineText } from "#platform/i18n/text.ts";

export const searchText = defineText(
  {
    label: "搜索",
    placeholder: "搜索网格、设施、小区、道路、队伍、事件编号…",
    hint: "按 / 开始搜索",
    kind: {
      area: "区域",
      facility: "设施",
      incident: "事件",
      compound: "小区",
      patrol: "巡查",
      road: "道路",
      team: "志愿队伍",
    },
    nothing: (query: string) => `没有找到“${query}”`,
    nothingHint: "可输入名称、编码或事件编号的一部分。",
    results: (count: number) => `${count} 条结果`,
    failed: "搜索失败，请稍后再试",
    searching: "正在搜索…",
    clear: "清除",
  },
  {
    label: "Search",
    placeholder: "Grid, facility, compound, road, team, incident number…",
    hint: "Press / to search",
    kind: {
      area: "Area",
      facility: "Facility",
      incident: "Incident",
      compound: "Compound",
      patrol: "Patrol",
      road: "Road",
      team: "Team",
    },
    nothing: (query: string) => `Nothing found for “${query}”`,
    nothingHint: "Part of a name, a code or an incident number will do.",
    results: (count: number) => (count === 1 ? "1 result" : `${count} results`),
    failed: "The search failed, try again in a moment",
    searching: "Searching…",
    clear: "Clear",
  },
);
