import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain } from '../../client/src/plain.js';

/*
 * Whatever the extension shows goes through client/src/shown.ts: VS Code makes links, and commands that one click runs,
 * of what it is given to show. Read from the sources; test/vscode/hostile.ts sees it in a real VS Code.
 */

const FOLDER = fileURLToPath(new URL('../../../client/src/', import.meta.url));
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const others = readdirSync(FOLDER).filter(name => name !== 'shown.ts');

/** What VS Code offers for showing something, in the API of today and with whatever is to come in these families. */
const SHOWS =
  /\bshow(?:Information|Warning|Error)Message\b|\bsetStatusBarMessage\b|\bshow(?:QuickPick|InputBox)\b|\bcreate(?:QuickPick|InputBox|StatusBarItem|OutputChannel|TextEditorDecorationType)\b|\bnew vscode\.(?:TreeItem|Hover|MarkdownString|CodeAction|CodeLens|InlayHint|Diagnostic)|\bvscode\.window\.withProgress\b|\bappendMarkdown\b|\bregister\w+Provider\b|\bconsole\./;
/** Properties of items, views and panels that are drawn. */
const DRAWN =
  /\.(?:text|detail|message|description|tooltip|label|title|name|badge|placeholder|prompt)\s*=(?![=>])\s*(\S[^]*?);\n/g;
/** The words of dialogs and commands, in literals. */
const WORDS = /^\s*(?:title|placeHolder|prompt|openLabel|saveLabel):\s*(.+?),?$/gm;
/** A sentence of ours in which nothing is put, or an empty one. */
const OWN = /^(?:vscode\.l10n\.t\('(?:[^'\\{]|\\.)*'\)|'')/;

describe('what the extension shows', () => {
  it('is shown by shown.ts alone', () => {
    assert.ok(others.length > 10);
    assert.match(read('shown.ts'), SHOWS);
    for (const name of others) assert.doesNotMatch(read(name), SHOWS, name);
  });

  it('is not drawn by a property without having been made plain', () => {
    let seen = 0;
    for (const name of others) {
      for (const [whole, value] of read(name).matchAll(DRAWN)) {
        seen++;
        const isPlain = /^plain\(/.test(value!) || (/\.badge/.test(whole) && /tooltip: plain\(/.test(value!));
        assert.ok(isPlain, `${name}: ${whole}`);
      }
      for (const [whole, value] of read(name).matchAll(WORDS))
        assert.ok(OWN.test(value!) || value!.startsWith('plain('), `${name}: ${whole}`);
    }
    assert.ok(seen > 5, String(seen));
  });

  it('and nothing reaches a call in there unless it is made plain', () => {
    const code = read('shown.ts').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    const calls = [...code.matchAll(/\bvscode\.window\.show\w+Message\(([^,)]+)|setStatusBarMessage\(([^,)]+)/g)];
    assert.equal(calls.length, 4);
    for (const [call, ...given] of calls) assert.match(given.join(''), /^plain\(/, call);
    for (const [line, value] of code.matchAll(/^\s*(?:label|title|description|message|tooltip): (.+)$/gm))
      assert.match(value!, /^plain\(|^string\b/, line);
  });
});

describe('a text made plain', () => {
  const HOSTILE: readonly string[] = [
    '{ "[点此自动修复](command:workbench.action.tasks.runTask?%22evil%22)": 1 }',
    '[a](https://evil.example "t")',
    "[a](file:///etc/passwd 'x')",
    '[[a]](command:x)',
    '[a]\u0028command:x)',
    '$(check) 已核实',
    '$$(check)',
    'https://evil.example/?q=1 http://a file:///b vscode://c',
  ];
  it('holds nothing that VS Code makes a link, a command or an icon of', () => {
    for (const text of HOSTILE) {
      // The expressions are those of VS Code: links of messages, icons of labels, addresses of texts.
      assert.doesNotMatch(plain(text), /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i);
      assert.doesNotMatch(plain(text), /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i);
      assert.doesNotMatch(plain(text), /\w+:\/\//);
      assert.equal(plain(text).length, text.length);
    }
  });

  it('is the text itself where there is nothing of the kind', () => {
    for (const text of ['共 3 处（核实 2）', 'a (b) [c] $5: d', '《示例条例》第三条', 'C:\\稿\\a.md: no such setting'])
      assert.equal(plain(text), text);
  });
});
