open words.hefu
module firm.words
unit people（人）
kind Act（行为） tree { use（使用） provide（提供） { export（出境） } }
kind Stage { planned completed }
record Data（数据） { personal（含个人信息）: boolean, people（人数）: number people }
request Flow {
  act: Act required
  on: date required
  stage: Stage
  data（数据）: Data
}
procedure approval（审批） { met when data.personal }
---
open rules.hefu
module firm.rules
use firm.words

instrument "出境办法" "export rules" { issuer: "云雀" rank: internal in_force: 2026-01-01 .. }

define many（人数多） = data.people >= 10万
rule ban（禁令） (art 1) { forbid export when many }
rule leave (art 2) { permit export despite ban when not data.personal }
规则 先审批 (第3条) { 要求 审批 先于 出境 当 数据.含个人信息 }

scenario "many people" {
  given { act: export, on: 2026-06-30, data.people: 20万, data.personal: true }
  expect prohibited citing art 1
}
---
documentSymbol rules.hefu
foldingRange rules.hefu
codeLens rules.hefu
inlayHint rules.hefu
