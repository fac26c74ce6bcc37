# A grant is found from those that name it by its title.
open grants.hefu
module bureau.grants
use hefu.flow
authority "江苏省数据局" "Jiangsu Data Bureau" over "交通/*"
grant "苏数授〔2025〕14号" {
  grantor: 江苏省数据局
  grantee: 江苏省数据集团
  data: "交通/公交/*"
  acts: develop, operate
  depth: 1
}
授权 "苏数集授〔2026〕3号" {
  授权方: 江苏省数据集团   被授权方: 出行公司   数据: "交通/公交/线路"   行为: 运营
  上级: "苏数授〔2025〕14号"
}
suspend "苏数授〔2025〕14号" 2026-03-01 .. 2026-03-31
---
definition grants.hefu "上级: \"苏数|授"
references grants.hefu "grant \"苏数|授"
rename grants.hefu "grant \"苏数|授" {"newName":"x"}
