# A version of a text is found, and renamed, wherever a citation names it.
open law.hefu
module yunzhou.network_law
use hefu.flow
instrument "云州网络法（虚构）" "Yunzhou Network Law (fictitious)" {
  issuer: "云州立法会" "Yunzhou Legislature"
  rank: law
  version v2016（原文） "2016年通过" "as adopted in 2016" { in_force: 2017-06-01 .. 2025-12-31 articles: 1 .. 79 }
  version v2025（修正文本） "2025年修正" "as amended in 2025" { in_force: 2026-01-01 .. articles: 1 .. 81 }
}
rule assessed_first（先评估） (art 37 of v2016, art 39 of v2025) {
  require review.pipia_done before export
  when handler.ciio
}
---
definition law.hefu "of v20|25"
references law.hefu "version v20|25"
rename law.hefu "of v20|16" {"newName":"adopted"}
rename law.hefu "of v20|16" {"newName":"v2025"}
