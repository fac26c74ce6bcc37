-- Neovim and the language server: what is wrong, what a name means, renaming, layout. Run by ../../test.
local passed, failed = 0, {}

local function check(name, holds, got)
  if holds then
    passed = passed + 1
  else
    table.insert(failed, name .. ': got ' .. vim.inspect(got))
  end
end

local here = vim.fn.fnamemodify(debug.getinfo(1).source:sub(2), ':p:h')
vim.opt.runtimepath:prepend(vim.fn.fnamemodify(here, ':h'))
vim.cmd('filetype plugin indent on')
require('hefu').setup({ cmd = { os.getenv('HEFU'), 'lsp' }, language = 'en' })

local folder = vim.fn.tempname()
vim.fn.mkdir(folder, 'p')
local file = folder .. '/policy.hefu'
local text = {
  'module yard',
  'use hefu.flow',
  '',
  'instrument "Yard rules" { rank: internal in_force: 2026-01-01 .. }',
  '',
  'define needs_signature（须签字） "须签字" "needs a signature"',
  '  = leaves_mainland and contains_persnal',
  '',
  'rule signed (art 1) {',
  '      require internal_approval before export',
  '  when needs_signature',
  '}',
}
vim.fn.writefile(text, file)
vim.cmd('edit ' .. vim.fn.fnameescape(file))

local function wait(seconds, claim)
  return vim.wait(seconds * 1000, claim, 50)
end

local function ask(method, line, column, more)
  local params = vim.tbl_extend('force', {
    textDocument = { uri = vim.uri_from_fname(file) },
    position = { line = line - 1, character = column - 1 },
  }, more or {})
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 30000) or {}) do
    return answer.result
  end
end

-- Diagnostics.
wait(90, function() return #vim.diagnostic.get(0) > 0 end)
local diagnostic = vim.diagnostic.get(0)[1] or {}
check('diagnostic', (diagnostic.message or ''):find('contains_persnal', 1, true), vim.diagnostic.get(0))
check('place of the diagnostic', diagnostic.lnum == 6 and diagnostic.col == 24, diagnostic)

vim.api.nvim_buf_set_lines(0, 6, 7, false, { '  = leaves_mainland and contains_personal' })
check('mended', wait(30, function() return #vim.diagnostic.get(0) == 0 end), vim.diagnostic.get(0))

-- Hover.
local hover = ask('textDocument/hover', 11, 10)
check('hover', hover and vim.inspect(hover):find('needs a signature', 1, true), hover)

-- Layout.
if vim.lsp.buf.format then
  vim.lsp.buf.format({ timeout_ms = 30000 })
else
  vim.lsp.buf.formatting_sync(nil, 30000)
end
local function line(number) return vim.api.nvim_buf_get_lines(0, number - 1, number, false)[1] end
check('format', wait(10, function() return line(10) == '  require internal_approval before export' end), line(10))

-- Renaming.
vim.api.nvim_win_set_cursor(0, { 11, 9 })
vim.lsp.buf.rename('must_be_signed')
check('rename', wait(30, function() return line(11) == '  when must_be_signed' end), line(11))
check('rename of the definition', line(6):find('define must_be_signed', 1, true), line(6))

vim.fn.delete(folder, 'rf')
for _, each in ipairs(failed) do io.stdout:write('nvim: ' .. each .. '\n') end
io.stdout:write(passed .. ' passed, ' .. #failed .. ' failed\n')
vim.cmd(#failed == 0 and 'qall!' or 'cquit!')
