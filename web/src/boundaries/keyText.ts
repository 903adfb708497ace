import { defineText } from "#platform/i18n/text.ts";

export const keyText = defineText(
  {
    keys: "快捷键",
    closeKeys: "关闭",
    keyHint: "光标在地图上时，地图正中即指针；套索与画线均可用回车逐点绘制。",
    onTheMap: "地图与操作",
    arrows: "方向键",
    toMap: "到地图",
    moveMap: "移动、缩放地图",
    clickMiddle: "点击地图正中",
    finishDrawn: "完成套索、拆分或切开",
    dropDrawn: "放弃所画与所选",
    undoRedo: "撤销、重做",
  },
  {
    keys: "Keyboard shortcuts",
    closeKeys: "Close",
    keyHint:
      "While the map has the focus its middle is the pointer; a lasso and a line are drawn corner by corner with Enter.",
    onTheMap: "Map and editing",
    arrows: "arrows",
    toMap: "Go to the map",
    moveMap: "Move and zoom the map",
    clickMiddle: "Click the middle of the map",
    finishDrawn: "Finish a lasso, a split or a cut",
    dropDrawn: "Drop what is drawn and selected",
    undoRedo: "Undo, redo",
  },
);
