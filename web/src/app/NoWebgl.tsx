import { defineText, useText } from "../platform/i18n/text.ts";

const noWebglText = defineText(
  {
    title: "浏览器无法绘制地图",
    remedy:
      "地图需要 WebGL 2。请使用新版 Chrome、Edge 或 Firefox，并在设置中开启“硬件加速 / 使用图形加速”，然后重新打开本页。",
  },
  {
    title: "This browser cannot draw the map",
    remedy:
      "The map needs WebGL 2. Use a current Chrome, Edge or Firefox, switch on “hardware / graphics acceleration” in its settings, and open this page again.",
  },
);

/** In place of the map, where the browser cannot draw it. */
export function NoWebgl() {
  const text = useText(noWebglText);
  return (
    <main className="start" role="alert">
      <h1>{text.title}</h1>
      <p>{text.remedy}</p>
    </main>
  );
}
