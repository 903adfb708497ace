import { defineText } from "#platform/i18n/text.ts";

export const teamText = defineText(
  { members: "队员", none: "还没有志愿队伍", noActivities: "还没有活动" },
  { members: "Members", none: "There are no teams yet", noActivities: "No activities yet" },
);
