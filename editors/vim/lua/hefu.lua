-- The language server in Neovim: require('hefu').setup() in init.lua.
local M = {}

local clients = {}

local function root(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local git = vim.fn.finddir('.git', vim.fn.escape(folder, ' ;,') .. ';')
  return git ~= '' and vim.fn.fnamemodify(git, ':p:h:h') or folder
end

-- options: cmd = { 'hefu', 'lsp' }, language = 'zh' or 'en', on_attach and whatever else a client of Neovim takes
function M.setup(options)
  options = options or {}
  local language = options.language
  options.language = nil
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'hefu',
    callback = function(event)
      local config = vim.tbl_extend('force', {
        name = 'hefu',
        cmd = { 'hefu', 'lsp' },
        root_dir = root(event.file),
        init_options = { language = language },
      }, options)
      if vim.lsp.start then
        vim.lsp.start(config)
      else
        -- Neovim 0.7 starts a client for each folder by hand.
        local client = clients[config.root_dir]
        if not client or not vim.lsp.get_client_by_id(client) then
          client = vim.lsp.start_client(config)
          clients[config.root_dir] = client
        end
        vim.lsp.buf_attach_client(event.buf, client)
      end
    end,
  })
end

return M
