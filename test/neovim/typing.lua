-- Paragraphs of a report, typed: this Neovim presses the keys of another one, which shows its menu and has the language server.
--   LSP_CMD='["node","server/bin/policydoc.js","lsp","--stdio"]' LSP_FILE=report.md nvim --headless --clean -S typing.lua
-- The other one asks as completion plugins do: at the keys of <C-x><C-o>, filtered by what the server says (`filterText`), and
-- what is chosen is put in as the server says (`textEdit`, `additionalTextEdits`). It knows no snippets: blanks stay words.
-- Ends with 0 when everything was as expected, else with 1.

local file, limit = vim.env.LSP_FILE, 15000
local passed, failed = 0, 0

local function out(text) io.stdout:write(text .. '\n') end
local function check(holds, what)
  if holds then passed = passed + 1 else failed = failed + 1 end
  out((holds and '  ✔ ' or '  ✘ ') .. what)
  return holds
end

local EDITOR = [[
  local cmd, file = ...
  vim.o.completeopt = 'menuone,noinsert'
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local id = vim.lsp.start_client({ name = 'policydoc', cmd = cmd, root_dir = vim.fn.fnamemodify(file, ':h') })
  vim.lsp.buf_attach_client(0, id)
  local client = vim.lsp.get_client_by_id(id)
  function _G.ask()
    local buf, at = vim.api.nvim_get_current_buf(), vim.api.nvim_win_get_cursor(0)
    local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
    client.request('textDocument/completion', params, function(_, list)
      local items, start, line = {}, at[2], vim.api.nvim_get_current_line()
      for _, item in ipairs((list or {}).items or {}) do
        local from = vim.lsp.util._get_line_byte_from_position(buf, item.textEdit.range.start, client.offset_encoding)
        start = from
        if vim.startswith(item.filterText, line:sub(from + 1, at[2])) then
          table.insert(items, { word = item.label, abbr = item.label, menu = item.detail, dup = 1, user_data = item })
        end
      end
      vim.fn.complete(start + 1, items)
    end, buf)
  end
  -- The label is in the text by now: what was typed comes back, and what the server says goes in for it.
  function _G.put()
    local item = vim.v.completed_item.user_data
    if type(item) ~= 'table' then return end
    local row, column = unpack(vim.api.nvim_win_get_cursor(0))
    vim.api.nvim_buf_set_text(0, row - 1, column - #vim.v.completed_item.word, row - 1, column, { item.filterText })
    vim.lsp.util.apply_text_edits(vim.list_extend({ item.textEdit }, item.additionalTextEdits or {}), 0, client.offset_encoding)
  end
  vim.cmd('inoremap <C-x><C-o> <Cmd>lua ask()<CR>')
  vim.cmd('autocmd CompleteDone * lua put()')
]]

local function main()
  local editor = vim.fn.jobstart({ vim.v.progpath, '--embed', '--headless', '--clean', '-n' }, { rpc = true })
  local function call(...) return vim.rpcrequest(editor, ...) end
  call('nvim_exec_lua', EDITOR, { vim.json.decode(vim.env.LSP_CMD), file })
  local function keys(text) call('nvim_input', text) end
  local function text() return table.concat(call('nvim_buf_get_lines', 0, 0, -1, true), '\n') end
  local function offered(label)
    local has = false
    local came = vim.wait(limit, function()
      for i, item in ipairs(call('nvim_call_function', 'complete_info', { { 'items', 'pum_visible' } }).items) do
        if item.abbr == label then has = i end
      end
      return has
    end, 20)
    return came and has
  end
  check(vim.wait(limit, function() return #call('nvim_exec_lua', 'return vim.diagnostic.get(0)', {}) > 0 end, 20), 'the draft is checked')

  -- By pinyin and by word, at a line of its own and behind the end of a sentence: what is typed, what is chosen, what is then there.
  for _, case in ipairs(vim.json.decode(vim.env.CASES)) do
    local before = text()
    keys('<Esc>/' .. case.at .. '<CR>' .. case.key .. case.typed .. '<C-x><C-o>')
    local at = offered(case.label)
    if check(at, case.typed .. ': ' .. case.label .. ' is offered') then
      keys(('<C-n>'):rep(at - 1) .. '<C-y>')
      for _, leaves in ipairs(case.leaves) do
        local is_there = vim.wait(limit, function() return text():gsub('\n\n', '\n'):find(leaves, 1, true) end, 20)
        if not check(is_there, case.typed .. ': ' .. leaves:gsub('\n', '⏎')) then out(text()) end
      end
    end
    keys('<Esc>')
    call('nvim_buf_set_lines', 0, 0, -1, true, vim.split(before, '\n'))
  end
  vim.fn.jobstop(editor)
end

local ok, message = pcall(main)
if not ok then failed = failed + 1; out('  ✘ ' .. tostring(message)) end
out(('%d passed, %d failed'):format(passed, failed))
vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
