" How Hefu policies are edited.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:-- commentstring=--\ %s
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal formatoptions-=t formatoptions+=croql
setlocal matchpairs+=（:）,｛:｝,“:”,「:」,『:』
setlocal iskeyword+=-,183
let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop< formatoptions< matchpairs< iskeyword<'

" :make lists what `hefu check` finds; :cnext goes there.
if !exists('g:hefu_command')
  let g:hefu_command = 'hefu'
endif
let &l:makeprg = g:hefu_command . ' check --format lines --colour never %:S'
setlocal errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ 错误:\ %m,%f:%l:%c:\ 警告:\ %m
let b:undo_ftplugin .= ' | setlocal makeprg< errorformat<'
