import { defineText } from "../platform/i18n/text.ts";

export const controlsText = defineText(
  { layers: "图层与图例", zoomIn: "放大", zoomOut: "缩小", whole: "全域视图" },
  { layers: "Layers and legend", zoomIn: "Zoom in", zoomOut: "Zoom out", whole: "Whole district" },
);
