-- A session of headless Neovim, as a plain LSP client, with the language server of the command line:
--   LSP_CMD='["node","server/bin/policydoc.js","lsp","--stdio"]' LSP_FILE=report.md LSP_ENCODING=utf-8 nvim --headless --clean -S session.lua
-- Every request is sent with Neovim's own functions and its own arithmetic of columns (bytes), so that Chinese text tests
-- the conversion. Written for 0.7 (no vim.lsp.start, no nvim -l); later ones still have what is used here.
-- Ends with 0 when everything was as expected, else with 1.

local cmd, file = vim.json.decode(vim.env.LSP_CMD), vim.env.LSP_FILE
local limit = 15000
local passed, failed = 0, 0

local function out(text) io.stdout:write(text .. '\n') end
local function check(holds, what)
  if holds then passed = passed + 1 else failed = failed + 1 end
  out((holds and '  ✔ ' or '  ✘ ') .. what)
  return holds
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buf = vim.api.nvim_get_current_buf()
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  -- Later versions ask for UTF-8 by themselves; 0.7 can be made to.
  local encoding = vim.env.LSP_ENCODING or 'utf-16'
  capabilities.general = { positionEncodings = { encoding } }
  local id = vim.lsp.start_client({
    name = 'policydoc', cmd = cmd, root_dir = vim.fn.fnamemodify(file, ':h'), capabilities = capabilities, offset_encoding = encoding,
  })
  if not check(id ~= nil, 'the server starts') then return end
  vim.lsp.buf_attach_client(buf, id)
  local client = vim.lsp.get_client_by_id(id)
  check(vim.wait(limit, function() return client.initialized end, 20), 'initialize is answered')
  check(client.server_capabilities.positionEncoding == encoding and client.offset_encoding == encoding, 'positions are counted in ' .. encoding)

  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(buf, method, params, limit) or {}
    return answers[id] and answers[id].result, answers[id] and answers[id].error
  end
  local function line(number) return vim.api.nvim_buf_get_lines(buf, number - 1, number, true)[1] end
  -- Puts the cursor on a word, in bytes, and gives the position as the client counts it.
  local function on(number, word)
    vim.api.nvim_win_set_cursor(0, { number, line(number):find(word, 1, true) - 1 })
    return vim.lsp.util.make_position_params(0, client.offset_encoding)
  end
  local function shown() return vim.diagnostic.get(buf) end
  local function codes()
    local all = {}
    for _, one in ipairs(shown()) do table.insert(all, one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code)) end
    return table.concat(all, ' ')
  end
  -- Whether a place of Neovim's own (bytes) covers exactly the word.
  local function covers(one, word) return line(one.lnum + 1):sub(one.col + 1, one.end_col) == word end

  check(vim.wait(limit, function() return #shown() > 0 end, 20), 'diagnostics arrive')
  local has_placeholder = false
  for _, one in ipairs(shown()) do has_placeholder = has_placeholder or covers(one, '*') end
  check(has_placeholder, 'a blank is marked to the byte')

  local hover = ask('textDocument/hover', on(7, '第九十九条'))
  check(hover and hover.contents.value:find('不存在', 1, true), 'hover tells the verdict')

  local defined = ask('textDocument/definition', on(7, '《条例》'))
  local link = defined and (defined[1] or defined)
  check(link and (link.range or link.targetSelectionRange).start.line == 5, 'definition leads to 以下简称')

  local params = on(7, '条例')
  params.context = { includeDeclaration = true }
  local used = vim.lsp.util.locations_to_items(ask('textDocument/references', params) or {}, client.offset_encoding)
  check(#used == 2 and line(used[2].lnum):sub(used[2].col, used[2].col + #'条例' - 1) == '条例', 'references, in bytes')

  params = on(7, '条例')
  params.newName = '工作条例'
  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', params), client.offset_encoding)
  check(line(6):find('以下简称《工作条例》', 1, true) and line(7):find('《工作条例》第九十九条', 1, true), 'rename changes definition and use')
  local _, refusal = ask('textDocument/rename', vim.tbl_extend('force', on(1, '关于'), { newName = '无' }))
  check(refusal and refusal.message:find('只能重命名', 1, true), 'rename says why it refuses')

  check(#(ask('textDocument/documentSymbol', { textDocument = params.textDocument }) or {}) > 0, 'outline')
  check(#(ask('textDocument/foldingRange', { textDocument = params.textDocument }) or {}) > 0, 'folding')
  check(#(ask('workspace/symbol', { query = '问题' }) or {}) > 0, 'symbols of the workspace')
  check(#(ask('textDocument/documentHighlight', on(7, '工作条例')) or {}) == 2, 'highlight')
  local selected = ask('textDocument/selectionRange', { textDocument = params.textDocument, positions = { on(7, '九十九').position } })
  check(selected and selected[1] and selected[1].parent, 'selection ranges')

  vim.wait(limit, function() return codes():find('citation-article-absent', 1, true) ~= nil end, 20)
  local position = on(7, '第九十九条').position
  local actions = ask('textDocument/codeAction', {
    textDocument = params.textDocument, range = { start = position, ['end'] = position }, context = { diagnostics = {} },
  }) or {}
  local action
  for _, one in ipairs(actions) do
    if one.title:find('忽略此处', 1, true) then action = one end
  end
  if check(action ~= nil, 'code actions are offered') then
    if not action.edit then action = ask('codeAction/resolve', action) end
    vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    check(line(7):find('policydoc-ignore-next-line', 1, true) == 6, 'the comment stands on the line above')
    check(vim.wait(limit, function() return not codes():find('citation-article-absent', 1, true) end, 20), 'and silences the finding')
  end

  -- Edits by Neovim's own hand, each sent as an increment: none may shift what comes after it.
  for _ = 1, 20 do
    vim.api.nvim_buf_set_text(buf, 3, 0, 3, 0, { '𠮷é新，', '' })
    vim.api.nvim_buf_set_lines(buf, 3, 4, true, {})
  end
  vim.api.nvim_buf_set_text(buf, 3, 0, 3, 0, { '𠮷é' })
  check(vim.wait(limit, function()
    for _, one in ipairs(shown()) do if one.lnum == 3 and covers(one, '*') then return true end end
  end, 20), 'after many edits the blank is still marked to the byte')

  local answer = ask('policydoc/checkWorkspace', { folders = { vim.uri_from_fname(vim.fn.fnamemodify(file, ':p:h')) } })
  check(answer and answer.reports == 1, 'the workspace is checked on request')

  client.stop()
  check(vim.wait(5000, function() return client.is_stopped() end, 20), 'shutdown and exit are answered')
end

local ok, message = pcall(main)
if not ok then failed = failed + 1; out('  ✘ ' .. tostring(message)) end
out(('%d passed, %d failed'):format(passed, failed))
vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
