import { defineText } from "#platform/i18n/text.ts";

export const liveWords = defineText(
  {
    of: (total: string) => `/ ${total} 件`,
    caption: "未结事件已超时",
    urgent: "紧急",
    onDuty: "在岗",
    moving: "行进中",
    list: "最需处置",
    none: "当前没有未结事件",
    limited: (shown: number) => `正在读取，已到 ${shown} 件`,
  },
  {
    of: (total: string) => `of ${total}`,
    caption: "open incidents are overdue",
    urgent: "Urgent",
    onDuty: "On duty",
    moving: "Moving",
    list: "Most pressing",
    none: "No open incidents",
    limited: (shown: number) => `Reading, ${shown} so far`,
  },
);

export const coverageWords = defineText(
  {
    caption: "步行 15 分钟可达党群服务站",
    unit: "户",
    twice: "二次覆盖",
    facilities: "计入服务站",
    station: "党群服务站",
    unlinkable: "未连通路网",
    list: "最大盲区",
    none: "没有盲区：能连通的都已覆盖",
    noFacility: "本区还没有党群服务站：在区划数据中补充后自动计算。",
  },
  {
    caption: "live a 15-minute walk from a party service station",
    unit: "households",
    twice: "Covered twice",
    facilities: "Stations",
    station: "Station",
    unlinkable: "Off the network",
    list: "Largest gaps",
    none: "No gaps: all that can be reached are covered",
    noFacility: "No party service station yet: it counts as soon as there is one.",
  },
);

export const responseWords = defineText(
  {
    unit: "件",
    caption: (days: number) => `近 ${days} 天应结案件按期结案`,
    half: "半数到场用时",
    most: "九成到场用时",
    incidents: "事件",
    list: "按期率最低的社区",
    none: (days: number) => `近 ${days} 天没有应结案件`,
  },
  {
    unit: "due",
    caption: (days: number) => `closed on time in the last ${days} days`,
    half: "Half on scene in",
    most: "Nine in ten in",
    incidents: "Incidents",
    list: "Least on time",
    none: (days: number) => `Nothing was due in the last ${days} days`,
  },
);

export const presenceWords = defineText(
  {
    of: (total: string) => `/ ${total} 个`,
    caption: "应巡网格此刻无人巡查",
    share: (days: number) => `近 ${days} 天在岗率`,
    minutes: (present: string, watched: string) => `${present} / ${watched} 分钟`,
    awaited: "等待到岗",
    list: "无人最久",
    none: "没有无人巡查的网格",
    offWatch: "此刻没有网格在班",
    key: "无人巡查",
  },
  {
    of: (total: string) => `of ${total}`,
    caption: "grids on watch have no patrol now",
    share: (days: number) => `Present, last ${days} days`,
    minutes: (present: string, watched: string) => `${present} / ${watched} min`,
    awaited: "Awaited",
    list: "Longest without",
    none: "No grid is without a patrol",
    offWatch: "No grid is on watch now",
    key: "Without a patrol",
  },
);

export const volunteersWords = defineText(
  {
    of: (places: string) => `/ ${places} 个名额`,
    caption: (activities: string) => `今日 ${activities} 场活动已报名`,
    wishes: "微心愿已接单",
    running: "进行中的活动",
    list: "今日活动",
    none: "今天没有志愿活动",
    rest: (count: string) => `今日活动 · 另有 ${count} 场未列`,
  },
  {
    of: (places: string) => `of ${places} places`,
    caption: (activities: string) => `taken in ${activities} activities today`,
    wishes: "Wishes taken on",
    running: "Running now",
    list: "Today",
    none: "No volunteer activities today",
    rest: (count: string) => `Today · ${count} more not listed`,
  },
);
