import { defineText } from "#platform/i18n/text.ts";

export const cardText = defineText(
  {
    kind: {
      areas: "区域",
      facilities: "设施",
      incidents: "事件",
      patrols: "巡查力量",
      "patrol-points": "巡查点位",
      activities: "志愿活动",
      wishes: "微心愿",
      volunteers: "志愿者",
      teams: "志愿队伍",
    },
    closeCard: "关闭详情",
    showOnMap: "在地图上显示",
    outOfView: "不在当前视野",
    heap: "同一位置",
  },
  {
    kind: {
      areas: "Area",
      facilities: "Facility",
      incidents: "Incident",
      patrols: "Patrol",
      "patrol-points": "Patrol point",
      activities: "Activity",
      wishes: "Wish",
      volunteers: "Volunteer",
      teams: "Volunteer team",
    },
    closeCard: "Close the card",
    showOnMap: "Show on map",
    outOfView: "Outside the view",
    heap: "Same place",
  },
);
