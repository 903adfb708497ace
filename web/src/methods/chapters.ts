export type Chapter = {
  readonly id: string;
  readonly title: string;
  readonly points: readonly (readonly [term: string, meaning: string])[];
  readonly sources: readonly string[];
};

const walks = [
  "E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959)",
  "G. Ramalingam, T. Reps, An incremental algorithm for a generalization of the shortest-path problem, Journal of Algorithms 21 (1996)",
];

const sites = [
  "R. Church, C. ReVelle, The maximal covering location problem, Papers of the Regional Science Association 32 (1974)",
  "S. L. Hakimi, Optimum locations of switching centers, Operations Research 12 (1964)",
  "C. Toregas et al., The location of emergency service facilities, Operations Research 19 (1971)",
  "M. Resende, R. Werneck, A fast swap-based local search procedure for location problems, Annals of Operations Research 150 (2007)",
  "R. Galvão, C. ReVelle, A Lagrangean heuristic for the maximal covering location problem, European Journal of Operational Research 88 (1996)",
];

const spots = [
  "A. Getis, J. K. Ord, The analysis of spatial association by use of distance statistics, Geographical Analysis 24 (1992)",
  "J. K. Ord, A. Getis, Local spatial autocorrelation statistics, Geographical Analysis 27 (1995)",
  "Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B 57 (1995)",
  "B. W. Silverman, Density Estimation for Statistics and Data Analysis (1986)",
];

const zh: readonly Chapter[] = [
  {
    id: "coverage",
    title: "谁被覆盖",
    points: [
      [
        "覆盖率",
        "步行到最近的计入设施不超过服务标准的住户 ÷ 全部住户。恰好等于标准也算覆盖。选“老年人”时改数 60 岁及以上的人。",
      ],
      ["无法连通", "150 米内没有道路，或与道路之间隔着水面或无门的围墙。计入分母，从不计入分子，并逐一列出。"],
      [
        "计入设施",
        "状态为开放、类型相符、提供该功能；指定时间时，还须当时营业。开放时间无法识别的不计入，并说明有几处。",
      ],
      [
        "步行",
        "从楼门直线到最近的路（不穿水、不穿墙），沿路走，再到设施。精确到路段上的位置，不取最近路口。速度 1.2 米/秒，老年人 0.8 米/秒，台阶减半。按米的标准只计长度。",
      ],
      ["整数", "时间以十亿分之一秒的整数相加，因此“≤”名副其实，拖动图钉所得与全部重算一致。"],
      ["二次覆盖", "第二近的设施也在标准之内：最近的一处关闭后仍被覆盖。"],
      ["负荷", "以该设施为最近的人数 ÷ 其容量。"],
      ["盲区", "标准之外、彼此相连、在同一社区内的一段街道及其住户。"],
      ["可达范围", "在标准的三分之一、三分之二及全部之内能走到设施的道路，两侧各 25 米。只用于绘图，不用于统计。"],
    ],
    sources: walks,
  },
  {
    id: "sites",
    title: "下一个站点放在哪里",
    points: [
      ["覆盖最多", "最大覆盖选址，现有设施固定不动。"],
      ["步行最短", "p-中位问题；一小时（或 5 千米）内没有设施的，按恰好在那里计。"],
      ["最少站点全覆盖", "集合覆盖选址：在候选点能覆盖的人全部覆盖的前提下，站点最少。"],
      [
        "求解",
        "合并、去劣、惰性贪心、最优单点交换、固定种子的迭代局部搜索。以运算量而非时间计，同一问题处处同一答案。",
      ],
      ["上界", "拉格朗日松弛给出“至多比最优差多少”，这是证明，不是估计；0 % 即已证明最优。"],
      ["候选点之外", "任何候选点都无法使其进入标准的人数，单独列出。"],
    ],
    sources: sites,
  },
  {
    id: "response",
    title: "响应有多快",
    points: [
      ["环节", "上报、立案、派遣、出发、到场、反馈、结案。重做的环节取第一次，反馈与结案取最终有效的一次。"],
      ["百分位", "连续百分位，与 PostgreSQL 的 percentile_cont 相同；少于 5 件不显示。每个数都带 n。"],
      ["按期结案率", "按期结案 ÷ 时段内应结案；分母是到期的事件，不是上报的事件。"],
      ["响应慢（网格、六边形）", "该处事件的 P90，而不是慢事件的密度：事件多不会使它变深。六边形宽 400 米。"],
      ["事件密度", "四次核，边界处按落在辖区内的部分放大，因此密度的积分等于件数。"],
      [
        "热点",
        "Getis–Ord Gi*，二值权重、包含自身，对每千户事件数检验；误报率控制在 5 %（Benjamini–Hochberg）。没有邻居的网格单独标明；不足 8 个网格不作判断。",
      ],
      [
        "巡查在岗",
        "网格内有新鲜定位（两分钟内）的分钟 ÷ 应有人在岗的分钟，逐分钟统计，按小时保存。没有服务器看着的分钟两边都不计。",
      ],
      ["巡查点到访率", "按要求次数到访的点 ÷ 应到访的点，按班次、日、周、月各算一次。"],
    ],
    sources: spots,
  },
  {
    id: "proof",
    title: "如何核对",
    points: [
      [
        "步行",
        "小路网与穷举一致；一千次随机增删移动后与重算一致；与 pgRouting 在同一路网上逐一相差不超过百万分之一秒，含两个真实城市。",
      ],
      ["选址", "小问题与穷举一致，上界从不低于最优。"],
      ["响应", "百分位与数据库计算一致；密度积分等于件数（误差 1 % 内）；Gi* 与手算一致。"],
      ["导出", "文件中的数字与屏幕同源，不作舍入。"],
    ],
    sources: [],
  },
];

const en: readonly Chapter[] = [
  {
    id: "coverage",
    title: "Who is covered",
    points: [
      [
        "Share",
        "Households whose walk to the nearest facility that counts is no longer than the standard ÷ all households. The standard itself is within it. With elders, people of 60 and more are counted instead.",
      ],
      [
        "No way leads there",
        "More than 150 m from every way, or behind water or a wall without a gate. In the denominator, never in the numerator, and listed one by one.",
      ],
      [
        "Facilities that count",
        "Open by status, of the kind, offering the service and, where a time is asked for, open then. Hours that are not understood do not count, and the screen says how many.",
      ],
      [
        "Walk",
        "From the door straight to the nearest way (not across water or walls), along ways, and to the facility; to the exact place on a street, not to the nearest crossing. 1.2 m/s, elders 0.8 m/s, steps at half of that. A standard in metres counts lengths.",
      ],
      [
        "Whole numbers",
        "Walks are summed in billionths of a second, so ≤ means what it says, and a dragged pin gives what a full computation gives.",
      ],
      [
        "Covered twice",
        "The second-nearest facility is within the standard too: if the nearest one closes, they stay covered.",
      ],
      ["Load", "People whose nearest facility it is ÷ its places."],
      [
        "Gap",
        "A stretch of street beyond the standard that hangs together in one community, with those who live on it.",
      ],
      [
        "Reach",
        "The streets from which a facility is reached within a third, two thirds and all of the standard, 25 m wide. It is drawn; nobody is counted by it.",
      ],
    ],
    sources: walks,
  },
  {
    id: "sites",
    title: "Where the next ones should stand",
    points: [
      ["Cover most", "The maximal covering location problem, existing facilities fixed."],
      [
        "Walk least",
        "The p-median problem; who has no facility within an hour or 5 km counts as if one stood just there.",
      ],
      ["Fewest for all", "Set covering: everybody whom candidates can cover, with as few sites as possible."],
      [
        "Search",
        "Merging, dropping, lazy greedy, best exchanges of one site, iterated local search with a fixed seed. Effort is counted, not timed: the same question has the same answer everywhere.",
      ],
      [
        "Bound",
        "A Lagrangian bound says how far below the best possible the choice is at most. It is proved, not estimated; 0 % means that no choice is better.",
      ],
      ["Out of reach", "People whom no candidate would bring within the standard are told apart."],
    ],
    sources: sites,
  },
  {
    id: "response",
    title: "How fast answers are",
    points: [
      [
        "Segments",
        "Reported, registered, assigned, departed, on scene, feedback, closed. What was done again counts from the first time; feedback and closing where the last one stood.",
      ],
      [
        "Percentiles",
        "Continuous, as PostgreSQL's percentile_cont; not told for fewer than 5. Every number says its n.",
      ],
      ["On time", "Closed on time ÷ due in the period. The denominator is what was due, not what was reported."],
      [
        "Slow, by grid and by hexagon",
        "The P90 of the incidents there, never a density of slow ones: many incidents do not make it darker. Hexagons are 400 m wide.",
      ],
      [
        "Density",
        "Quartic kernel, scaled at the border to lie inside, so that it integrates to the number of incidents.",
      ],
      [
        "Hot spots",
        "Getis and Ord's Gi* with binary weights including self, on incidents per 1,000 households, at a false discovery rate of 5 % (Benjamini and Hochberg). Islands are marked; fewer than eight areas say nothing.",
      ],
      [
        "Presence",
        "Minutes with a fresh fix (two minutes) in the grid ÷ minutes on watch, looked at every minute and kept by the hour. Minutes that no server looked at count in neither.",
      ],
      [
        "Patrol points visited",
        "Points visited as often as required ÷ points due, once for each shift, day, week or month.",
      ],
    ],
    sources: spots,
  },
  {
    id: "proof",
    title: "How this is checked",
    points: [
      [
        "Walks",
        "Equal to brute force on small networks, to a full computation after a thousand random changes, and to pgRouting to a millionth of a second, on two real cities too.",
      ],
      ["Sites", "Equal to exhaustive search on small problems; the bound is never below the best."],
      [
        "Response",
        "Percentiles equal the database's; densities integrate to n within 1 %; Gi* equals values computed by hand.",
      ],
      ["Files", "Numbers in files come from where those on the screen come from, and are not rounded."],
    ],
    sources: [],
  },
];

export const chapters = { zh, en };
