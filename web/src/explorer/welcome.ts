/** What a new tab begins with. */
export const welcome = `# Ctrl-Enter 执行 run
# Ctrl-Space 补全 complete
#
# 左侧是文档，订阅走 WebSocket。
# Documentation is on the left;
# subscriptions use a WebSocket.

query Place {
  place {
    name
    nameEn
    timeZone
    counts {
      grids
      persons
      facilities
    }
  }
}
`;
