import { defineText } from "#platform/i18n/text.ts";

export const facilityText = defineText(
  {
    openNow: "营业中",
    closedNow: "休息中",
    suspended: "暂停服务",
    closed: "已关闭",
    address: "地址",
    hours: "开放时间",
    capacity: "容量",
    capacityOf: (places: number) => `${places} 人`,
    grid: "所属网格",
    services: (count: number) => `服务功能 ${count} 项`,
    noServices: "暂未登记服务功能",
    outside: "不在任何网格内",
    code: "编码",
  },
  {
    openNow: "Open now",
    closedNow: "Closed now",
    suspended: "Suspended",
    closed: "Closed down",
    address: "Address",
    hours: "Hours",
    capacity: "Capacity",
    capacityOf: (places: number) => `${places} people`,
    grid: "Grid",
    services: (count: number) => `${count} services`,
    noServices: "No services on record",
    outside: "Outside every grid",
    code: "Code",
  },
);
