" Indentation of Hefu policies: two for what a brace or parenthesis opened, two more for a line that goes on.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=HefuIndent(v:lnum)
setlocal indentkeys=0},0),0｝,0）,!^F,o,O
let b:undo_indent = 'setlocal indentexpr< indentkeys<'

if exists('*HefuIndent')
  finish
endif

let s:texts = '"\%(\\.\|[^"\\]\)*"\?\|“[^”]*”\?\|「[^」]*」\?\|『[^』]*』\?'
let s:joins = '^\s*\%(and\|or\|且\|或\|并且\|或者\|decided\|裁决\)\>\|^\s*["“「『]'
let s:goes_on = s:joins . '\|^\s*='

" The line without texts and comment.
function s:code(lnum) abort
  return substitute(substitute(getline(a:lnum), s:texts, '""', 'g'), '--.*$', '', '')
endfunction

function s:count(text, pattern) abort
  return len(split(a:text, a:pattern, 1)) - 1
endfunction

" How many braces are open at the end of the line, and in how far its body begins.
function HefuIndent(lnum) abort
  let above = prevnonblank(a:lnum - 1)
  while above > 0 && s:code(above) =~# '^\s*$'
    let above = prevnonblank(above - 1)
  endwhile
  if above == 0
    return 0
  endif
  let code = s:code(above)
  let indent = indent(above)
  let begin = above
  " A closing brace stands in as far as the line that opened its body.
  if code =~# '^\s*[}｝]'
    while begin > 1 && !(indent(begin) == indent && s:code(begin) =~# '[{｛]\s*$')
      let begin -= 1
    endwhile
  endif
  " A line that goes on with the one above it stands further in than where its clause began.
  if s:code(begin) =~# s:goes_on && code !~# '[{｛(（]\s*$'
    while begin > 1 && s:code(begin) =~# s:goes_on . '\|^\s*$'
      let begin -= 1
    endwhile
    let indent = indent(begin)
  endif
  let opened = s:count(code, '[{｛(（]') - s:count(substitute(code, '^\s*[})｝）]\+', '', ''), '[})｝）]')
  let indent += shiftwidth() * (opened > 0 ? 1 : opened)
  if getline(a:lnum) =~# '^\s*[})｝）]'
    return max([0, indent - shiftwidth()])
  endif
  if getline(a:lnum) =~# s:goes_on
    return max([0, indent(above) + shiftwidth() * (opened != 0 ? opened : code =~# s:joins ? 0 : 1)])
  endif
  return max([0, indent])
endfunction
