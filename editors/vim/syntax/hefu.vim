" Syntax of Hefu policies: keywords in English and Chinese, as grammar/HefuLexer.g4 has them.
if exists('b:current_syntax')
  finish
endif

" A name holds letters of any script, digits and hyphens; a keyword within one is none.
syntax iskeyword @,48-57,_,45,183,192-255

syntax keyword hefuDeclaration module 模块 use 引用 instrument 法源 kind 枚举 unit 单位 record 结构 request 请求
syntax keyword hefuDeclaration define 定义 procedure 程序 question 疑问 rule 规则 scenario 情形 account 条文
syntax keyword hefuDeclaration version 文本 list 清单 tally 累计 role 角色 authority 权属 grant 授权 revoke 撤销
syntax keyword hefuDeclaration suspend 暂停 restrict 限制
syntax keyword hefuEffect forbid 禁止 permit 允许 require 要求 exempt 豁免 oblige 应当 presume 推定 advise 建议
syntax keyword hefuEffect consequence 后果
syntax keyword hefuClause ordered 有序 tree 树形 required 必填 decided 裁决 over 对于 since 自 sets 记入 except 不计
syntax keyword hefuClause when 当 unless 除非 despite 尽管 overrides 优先于 yields 让位于 to 至 before 先于 after
syntax keyword hefuClause 后于 from 免于 by 由 of 按 set 集合 met 满足 case 案例 like 同 given 给定 using 仅依 with
syntax keyword hefuClause drafts 含草案 expect 预期 citing 引据 requiring 须办 missing 缺少 note 备注 part 部分
syntax keyword hefuClause table 表 知情方 art article 条款
syntax keyword hefuOperator and 且 并且 or 或 或者 not 非 不 is 为 不为 in 属于 不属于 within 位于 限期 不位于 has 包含 known
syntax keyword hefuOperator 已知 overdue 逾期 count 计数 sum 合计 where 其中 all 全部 any 任一 flow 含本次 不满 不超过 超过
syntax keyword hefuOperator 达到
syntax keyword hefuTruth true 真 yes 是 false 假 no 否 unknown 未知

" A keyword behind a dot, or before a colon, names a fact or a property.
syntax match hefuName /[.．]\s*\k\+/
" Always: begins before the name, since a keyword wins where both begin.
syntax match hefuProperty /^\s\+\%(case\|案例\)\@!\k\+\ze\s*\%([（(][^（）()]*[）)]\s*\)\?[:：]/
syntax match hefuProperty /\<\%(case\|案例\)\@!\k\+\ze\s*\%([（(][^（）()]*[）)]\s*\)\?[:：]/

syntax match hefuNumber /\<\d[0-9_]*\%(\.\d\+\)\?[十百千万亿]*[%％]\?/
syntax match hefuDuration /\<\d\+\s*\%(years\?\|months\?\|working\s\+days\|working_days\|days\?\|年\|个\?月\|天\|个\?工作日\|日\)\k\@!/
syntax match hefuDate /\<\d\{4}-\d\{1,2}-\d\{1,2}/
syntax match hefuDate /\<\d\{4}年\d\{1,2}月\d\{1,2}日/
syntax match hefuCitation /\%(\<\%(article\|art\|条款\)\s\+\)\@20<=\d\+\%([.．]\d\+\)\?\%([(（]\d\+[)）]\)\?/
syntax match hefuCitation /第[0-9〇零一二三四五六七八九十百千]\+条\%(第[0-9〇零一二三四五六七八九十百千]\+款\)\?\%(第[(（]\?[0-9〇零一二三四五六七八九十百千]\+[)）]\?项\)\?/

" A text ends with its line at the latest.
syntax region hefuText start=/"/ skip=/\\./ end=/"/ end=/$/ oneline contains=hefuEscape
syntax match hefuEscape /\\./ contained
syntax region hefuText start=/“/ end=/”/ end=/$/ oneline
syntax region hefuText start=/「/ end=/」/ end=/$/ oneline
syntax region hefuText start=/『/ end=/』/ end=/$/ oneline

syntax match hefuComment /--.*$/ contains=@Spell

highlight default link hefuDeclaration Structure
highlight default link hefuEffect Statement
highlight default link hefuClause Keyword
highlight default link hefuOperator Operator
highlight default link hefuTruth Boolean
highlight default link hefuProperty Identifier
highlight default link hefuNumber Number
highlight default link hefuDuration Number
highlight default link hefuDate Constant
highlight default link hefuCitation Special
highlight default link hefuText String
highlight default link hefuEscape SpecialChar
highlight default link hefuComment Comment

let b:current_syntax = 'hefu'
