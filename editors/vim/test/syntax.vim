" Vim's own eyes: which group each word of a policy is shown in. Run by ../../test.
set nocompatible encoding=utf-8
let s:home = expand('<sfile>:p:h:h')
execute 'set runtimepath^=' . fnameescape(s:home)
filetype plugin indent on
syntax enable

let s:failed = []
let s:passed = 0

function s:check(name, got, wanted) abort
  if a:got ==# a:wanted
    let s:passed += 1
  else
    call add(s:failed, a:name . ': wanted ' . string(a:wanted) . ', got ' . string(a:got))
  endif
endfunction

function s:group(line, word) abort
  let lnum = search('\V' . escape(a:line, '\'), 'nw')
  let col = stridx(getline(lnum), a:word) + 1
  if lnum == 0 || col == 0
    return 'not found'
  endif
  return synIDattr(synID(lnum, col, 1), 'name')
endfunction

execute 'edit ' . fnameescape(s:home . '/test/policy.hefu')
call s:check('filetype', &filetype, 'hefu')
for [line, word, group] in [
      \ ['模块', '模块', 'hefuDeclaration'],
      \ ['法源', '“云州规定”', 'hefuText'],
      \ ['法源', '出境当', 'hefuText'],
      \ ['in_force', '2024年5月8日', 'hefuDate'],
      \ ['in_force', 'in_force', 'hefuProperty'],
      \ ['kind（类别）', 'kind', 'hefuProperty'],
      \ ['kind（类别）', 'required', 'hefuClause'],
      \ ['规则', '规则', 'hefuDeclaration'],
      \ ['规则', '第三十三条第三款', 'hefuCitation'],
      \ ['要求', '要求', 'hefuEffect'],
      \ ['要求', 'officer_signs', ''],
      \ ['要求', '先于', 'hefuClause'],
      \ ['当 数据', '当', 'hefuClause'],
      \ ['当 数据', '且', 'hefuOperator'],
      \ ['当 数据', '不满', 'hefuOperator'],
      \ ['当 数据', '10万', 'hefuNumber'],
      \ ['unless', 'unless', 'hefuClause'],
      \ ['unless', '当事人', ''],
      \ ['unless', '.kind', 'hefuName'],
      \ ['unless', 'is', 'hefuOperator'],
      \ ['unless', '30 working days', 'hefuDuration'],
      \ ['unless', 'before-after', ''],
      \ ['rule english', 'art', 'hefuClause'],
      \ ['rule english', '5.1(4)', 'hefuCitation'],
      \ ['expect', 'expect', 'hefuClause'],
      \ ['act: export', 'yes', 'hefuTruth'],
      \ ['-- a comment', 'when', 'hefuComment']]
  call s:check(line . ' › ' . word, s:group(line, word), group)
endfor

" What was laid out by `hefu fmt` stays where it is.
let s:before = getline(1, '$')
silent normal! gg=G
call s:check('indent', getline(1, '$'), s:before)

" A line of `hefu check --format lines` leads to its place, in both languages.
call setqflist([], ' ', {'lines': ['a.hefu:3:7: error: nothing is called so [unknown-name]', 'b.hefu:4:1: 警告：没有用到 [unused-name]', 'c.hefu:5:2: 错误: 没有这个名称 [unknown-name]'], 'efm': &l:errorformat})
let s:list = map(getqflist(), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.valid]')
call s:check('errorformat', s:list[0], ['a.hefu', 3, 7, 1])
call s:check('errorformat zh', s:list[2], ['c.hefu', 5, 2, 1])

call writefile(map(copy(s:failed), '"vim: " . v:val') + [s:passed . ' passed, ' . len(s:failed) . ' failed'], '/dev/stdout', 'a')
execute empty(s:failed) ? 'qall!' : 'cquit!'
