import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  lstatSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import * as yaml from 'yaml';
import { placeholderRows } from '../../server/src/core/sheet.js';
import { decode } from '../../server/src/host/decode.js';
import { modelFor } from '../core/sheet/model.js';
import { encode, utf16, utf8 } from '../host/encoders.js';
import { folderWith } from '../host/folder.js';
import { policydoc } from './harness.js';

interface Record_ {
  id: string;
  key: string;
  value: string;
  unit: string;
  kind: string;
  sentence: string;
  draft: string;
}

/** Puts values into the column of values, as a person would with the file open. */
const FILL_IN: Readonly<Record<string, (file: string, values: readonly string[]) => Promise<void> | void>> = {
  json(file, values) {
    const sheet = JSON.parse(readFileSync(file, 'utf8')) as { blanks: Record_[] };
    sheet.blanks.forEach((placeholder, i) => {
      placeholder.value = values[i]!;
    });
    writeFileSync(file, JSON.stringify(sheet));
  },
  yaml(file, values) {
    const sheet = yaml.parse(readFileSync(file, 'utf8')) as { blanks: Record_[] };
    sheet.blanks.forEach((placeholder, i) => {
      placeholder.value = values[i]!;
    });
    writeFileSync(file, yaml.stringify(sheet));
  },
  csv(file, values) {
    const rows = parse(readFileSync(file), { bom: true }) as string[][];
    rows.slice(1).forEach((row, i) => {
      row[1] = values[i]!;
    });
    // As WPS saves it.
    writeFileSync(file, iconv.encode(stringify(rows), 'gb18030'));
  },
  async xlsx(file, values) {
    const [sheet] = (await readXlsx(readFileSync(file))).sheets;
    // Numbers as numbers, as Excel keeps what is typed into a cell of no format.
    sheet!.rows.slice(1).forEach((row, i) => {
      row[1] = /^[1-9]\d*$/.test(values[i]!) ? Number(values[i]) : values[i]!;
    });
    writeFileSync(file, await writeXlsx({ sheets: [{ name: 'x', rows: sheet!.rows }] }));
  },
};

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with a mark': text => utf8(`\uFEFF${text}`),
  'UTF-16LE': text => utf16(text, 'le'),
  'UTF-16BE': text => utf16(text, 'be'),
  GB18030: text => encode('gb18030', text),
};

const SENTENCES = [
  '全县现有党组织*个，党员**人，占*%。',
  '*—*岁的*名，*岁以上的*名。',
  '现场发放调查问卷__份，收回__份。',
  '现有党员{{党员总数|人}}，其中{{党员总数|人}}在岗。',
  '20XX年X月X日，××县召开座谈会。',
  '联系人：×××，满意率（待补充）。',
  '根据《条例》第XX条规定，投入XX.X万元。',
  '没有空缺的一句话，“引文”。',
  '| 项目 | 数量 |\n|---|---|\n| 群众 | ** 户 |\n',
  '\n',
  '二、存在的问题\n',
];

/** A value that fits the placeholder. */
const valueFor = (kind: string, after: string): fc.Arbitrary<string> => {
  if (kind === 'number') return fc.integer({ min: 1, max: 99_999 }).map(String);
  if (kind === 'date')
    return /^年/.test(after)
      ? fc.integer({ min: 2000, max: 2099 }).map(String)
      : fc.integer({ min: 1, max: 12 }).map(String);
  return fc.constantFrom('清河', '张三丰', '已经核实', '王小明');
};

describe('policydoc data', () => {
  describe('gives back what was put in, and nothing else changes', () => {
    it('whatever the encoding, the line ends and the format of the sheet', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.values(ENCODINGS)),
          fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 }),
          fc.constantFrom('\n', '\r\n', '\r'),
          fc.constantFrom(...Object.keys(FILL_IN)),
          fc.gen(),
          async (bytesOf, sentences, lineEnd, ending, gen) => {
            const text = `# 调研报告\n\n${sentences.join('\n')}`.replaceAll('\n', lineEnd);
            const rows = placeholderRows(modelFor(text));
            const byKey = new Map<string, string>();
            const values = rows.map(({ placeholder, key }) => {
              const value =
                (placeholder.key !== null && byKey.get(key)) ||
                gen(() => valueFor(placeholder.kind, text.slice(placeholder.end)));
              byKey.set(key, value);
              return value;
            });
            const draft = bytesOf(text);
            const folder = folderWith({ 'draft.md': draft });
            const sheet = `blanks.${ending}`;
            assert.deepEqual((await policydoc(folder, ['data', 'export', 'draft.md', '-o', sheet])).code, 0);
            await FILL_IN[ending]!(join(folder, sheet), values);
            const { code, err } = await policydoc(folder, [
              'data',
              'fill',
              'draft.md',
              '--data',
              sheet,
              '-o',
              'out.md',
            ]);
            assert.deepEqual([code, err], [0, '']);

            const out = readFileSync(join(folder, 'out.md'));
            const [before, after] = [decode(draft), decode(out)];
            assert.deepEqual([after.encoding, after.bom], [before.encoding, before.bom]);
            let at = 0;
            let from = 0;
            for (const [i, { placeholder }] of rows.entries()) {
              const kept = text.slice(from, placeholder.start);
              assert.equal(after.text.slice(at, at + kept.length), kept);
              at += kept.length;
              const put = [values[i]!, `${values[i]!}${placeholder.unit ?? ''}`, values[i]!.slice(2)].find(words =>
                after.text.startsWith(
                  words + text.slice(placeholder.end, rows[i + 1]?.placeholder.start ?? text.length),
                  at,
                ),
              );
              assert.notEqual(put, undefined, `${values[i]} at ${after.text.slice(at, at + 20)}`);
              at += put!.length;
              from = placeholder.end;
            }
            assert.equal(after.text.slice(at), text.slice(from));
            assert.deepEqual(readFileSync(join(folder, 'draft.md')), Buffer.from(draft));

            const { out: report } = await policydoc(folder, [
              'check',
              'out.md',
              '--format',
              'json',
              '--locale',
              'zh-CN',
            ]);
            assert.equal((JSON.parse(report) as { summary: { placeholders: number } }).summary.placeholders, 0);
          },
        ),
        { numRuns: 40, endOnFailure: true },
      );
    }).timeout(60_000);
  });

  const DRAFT = '一、基本情况\n党员*人，群众*人。\n二、存在的问题\n收回问卷{{问卷数|份}}。\n';
  const exported = async (
    files: Parameters<typeof folderWith>[0] = { 'a.md': DRAFT },
    ...args: string[]
  ): Promise<{ folder: string; blanks: Record_[] }> => {
    const folder = folderWith(files);
    const { code } = await policydoc(folder, [
      'data',
      'export',
      ...(args.length > 0 ? args : ['a.md']),
      '-o',
      'blanks.json',
    ]);
    assert.equal(code, 0);
    return {
      folder,
      blanks: (JSON.parse(readFileSync(join(folder, 'blanks.json'), 'utf8')) as { blanks: Record_[] }).blanks,
    };
  };
  const snapshot = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder)
        .sort()
        .map(name => [name, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), 'latin1') : '']),
    );

  /** Does `work` with a clock that is a day ahead. */
  const tomorrow = async (work: () => Promise<void>): Promise<void> => {
    const Today = globalThis.Date;
    const now = (): number => Today.now() + 86_400_000;
    globalThis.Date = class extends Today {
      constructor(...said: [] | [number]) {
        super(...((said.length > 0 ? said : [now()]) as [number]));
      }
      static override now = now;
    } as DateConstructor;
    try {
      await work();
    } finally {
      globalThis.Date = Today;
    }
  };

  describe('export', () => {
    it('lists each placeholder with all that is needed to fill it in', async () => {
      const { blanks } = await exported();
      assert.deepEqual(
        blanks.map(({ id: _, ...placeholder }) => placeholder),
        [
          {
            sentence: '党员〖*〗人，群众*人。',
            key: '党员数',
            value: '',
            unit: '人',
            kind: '数字',
            section: '基本情况',
            draft: 'a.md',
            line: '2',
            department: '',
            filledBy: '',
            filledOn: '',
            note: '',
          },
          {
            sentence: '党员*人，群众〖*〗人。',
            key: '群众数',
            value: '',
            unit: '人',
            kind: '数字',
            section: '基本情况',
            draft: 'a.md',
            line: '2',
            department: '',
            filledBy: '',
            filledOn: '',
            note: '',
          },
          {
            sentence: '收回问卷〖{{问卷数|份}}〗。',
            key: '问卷数',
            value: '',
            unit: '份',
            kind: '数字',
            section: '存在的问题',
            draft: 'a.md',
            line: '4',
            department: '',
            filledBy: '',
            filledOn: '',
            note: '',
          },
        ],
      );
    });

    it('gives the same bytes for the same drafts, in every format, on any day', async () => {
      const folder = folderWith({ 'a.md': DRAFT });
      for (const ending of Object.keys(FILL_IN)) {
        const write = async (name: string): Promise<void> =>
          assert.equal((await policydoc(folder, ['data', 'export', 'a.md', '-o', `${name}.${ending}`])).code, 0);
        await write('x');
        await tomorrow(() => write('y'));
        assert.deepEqual(readFileSync(join(folder, `x.${ending}`)), readFileSync(join(folder, `y.${ending}`)), ending);
      }
    });

    it('takes several drafts and folders, and leaves out what is no report', async () => {
      const folder = folderWith({
        'r/a.md': `# 调研报告\n${DRAFT}`,
        'r/note.md': '# 通知\n共*人。\n',
        'b.md': '共*人。\n',
      });
      const { code, out, err } = await policydoc(folder, ['data', 'export', 'r', 'b.md', '-o', 'blanks.csv']);
      assert.equal(code, 0);
      assert.match(out, /已列出 2 份文稿的 4 处空缺/);
      assert.match(err, /另有 1 个文件不是调研报告/);
    });

    it('writes what looks like a formula so that none is run', async () => {
      const { folder } = await exported({ 'a.md': '=1+1有*人。\n' });
      await policydoc(folder, ['data', 'export', 'a.md', '-o', 'g.csv']);
      assert.match(readFileSync(join(folder, 'g.csv'), 'utf8'), /,'=1\+1有〖\*〗人。,/);
    });

    const WRONG: readonly [string, string[], RegExp][] = [
      [
        'a format unknown',
        ['a.md', '-o', 'g.txt'],
        /g\.txt：数据表的格式由扩展名决定，可用的有：\.xlsx、\.csv、\.yaml、\.yml、\.json/,
      ],
      ['an old format', ['a.md', '-o', 'g.xls'], /请另存为 \.xlsx/],
      [
        'a sheet that exists',
        ['a.md', '-o', 'old.csv'],
        /old\.csv 已存在，其中可能已有填好的数据；确要覆盖请加 --force/,
      ],
      ['a draft that is missing', ['a.md', 'no.md', '-o', 'g.csv'], /no\.md：文件或文件夹不存在/],
      ['a folder that is missing', ['a.md', '-o', 'no/g.csv'], /no\/g\.csv：无法写入：所在文件夹不存在/],
      ['no draft', ['-o', 'g.csv'], /缺少参数 DRAFT/],
      ['no name for the sheet', ['a.md'], /须有选项 -o, --output <FILE>/],
    ];
    for (const [name, args, message] of WRONG) {
      it(`ends with 2 on ${name} and writes nothing`, async () => {
        const folder = folderWith({ 'a.md': DRAFT, 'old.csv': 'x' });
        const before = snapshot(folder);
        const { code, out, err } = await policydoc(folder, ['data', 'export', ...args]);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, message);
        assert.deepEqual(snapshot(folder), before);
      });
    }

    for (const ending of ['csv', 'xlsx', 'yaml', 'json'])
      it(`keeps the departments of the sheet that it replaces, those of one together (${ending})`, async () => {
        const text = '# 示例市调研报告\n\n一、基本情况\n\n学校XX所。\n\n党员XX人。\n\n教师XX人。\n\n企业XX家。\n';
        const folder = folderWith({ 'a.md': text });
        const file = join(folder, `g.${ending}`);
        const run = async (): Promise<[string, string][]> => {
          assert.equal((await policydoc(folder, ['data', 'export', 'a.md', '-o', `g.${ending}`, '--force'])).code, 0);
          const { readSheet } = await import('../../server/src/host/sheets.js');
          return (await readSheet(file, file, true)).map(({ key, department }) => [key, department ?? '']);
        };
        assert.deepEqual(
          (await run()).map(([, department]) => department),
          ['', '', '', ''],
        );
        // Nobody has been named yet for the last.
        const given = ['教育局', '组织部', '教育局', ''];
        if (ending === 'xlsx') {
          const { sheets } = await readXlsx(readFileSync(file));
          const rows = sheets[0]!.rows.map(row => [...row]);
          const at = rows[0]!.indexOf('责任单位');
          given.forEach((department, i) => {
            rows[i + 1]![at] = department;
          });
          writeFileSync(file, await writeXlsx({ sheets: [{ name: '空缺数据', rows }] }));
        } else if (ending === 'csv') {
          const rows = parse(readFileSync(file), { bom: true }) as string[][];
          const at = rows[0]!.indexOf('责任单位');
          given.forEach((department, i) => {
            rows[i + 1]![at] = department;
          });
          writeFileSync(file, stringify(rows));
        } else {
          const sheet = yaml.parse(readFileSync(file, 'utf8')) as {
            blanks: { department: string }[];
          };
          given.forEach((department, i) => {
            sheet.blanks[i]!.department = department;
          });
          writeFileSync(file, ending === 'json' ? JSON.stringify(sheet) : yaml.stringify(sheet));
        }
        assert.deepEqual(await run(), [
          ['学校数', '教育局'],
          ['教师数', '教育局'],
          ['党员数', '组织部'],
          ['企业数', ''],
        ]);
      });

    it('overwrites with --force', async () => {
      const folder = folderWith({ 'a.md': DRAFT, 'old.csv': 'x' });
      assert.equal((await policydoc(folder, ['data', 'export', 'a.md', '-o', 'old.csv', '--force'])).code, 0);
    });
  });

  describe('fill', () => {
    it('ends with 1 and lists what stays blank', async () => {
      const { folder, blanks } = await exported();
      writeFileSync(join(folder, 's.yaml'), '问卷数: 300\n');
      const { code, out, err } = await policydoc(folder, ['data', 'fill', 'a.md', '--data', 's.yaml', '--in-place']);
      assert.deepEqual([code, err], [1, '']);
      assert.equal(
        out,
        `a.md：填入 1 处，尚有 2 处空缺：\n  第 2 行  党员数（人）  ${blanks[0]!.id}\n  第 2 行  群众数（人）  ${blanks[1]!.id}\n`,
      );
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), DRAFT.replace('{{问卷数|份}}', '300份'));
    });

    it('takes several sheets, and those of the front matter, which count from the draft', async () => {
      const folder = folderWith({
        'r/a.md': '---\ndata: [own.yaml]\n---\n{{甲数|人}}，{{乙数|人}}，{{丙数|人}}。\n',
        'r/own.yaml': '甲数: 1\n',
        'b.csv': '键,值\n乙数,2\n',
        'c.json': '{"丙数": 3}',
      });
      const { code } = await policydoc(folder, ['data', 'fill', 'r/a.md', '--data', 'b.csv', 'c.json', '-o', 'out.md']);
      assert.equal(code, 0);
      assert.match(readFileSync(join(folder, 'out.md'), 'utf8'), /1人，2人，3人。/);
    });

    it('takes the rows of its own draft from a sheet of several', async () => {
      const { folder, blanks } = await exported({ 'x/a.md': DRAFT, 'y/a.md': DRAFT }, 'x/a.md', 'y/a.md');
      blanks.forEach(placeholder => {
        placeholder.value = placeholder.draft === 'x/a.md' ? '1' : '2';
      });
      writeFileSync(join(folder, 'blanks.json'), JSON.stringify({ blanks }));
      assert.equal(
        (await policydoc(folder, ['data', 'fill', 'y/a.md', '--data', 'blanks.json', '--in-place'])).code,
        0,
      );
      assert.match(readFileSync(join(folder, 'y/a.md'), 'utf8'), /党员2人，群众2人/);
      writeFileSync(join(folder, 'z.md'), DRAFT);
      const { code, err } = await policydoc(folder, ['data', 'fill', 'z.md', '--data', 'blanks.json', '--in-place']);
      assert.equal(code, 2);
      assert.match(err, /blanks\.json：是为几份文稿导出的（x\/a\.md、y\/a\.md），其中没有这一份/);
    });

    it('writes a file whole, keeps its rights, and follows a link', async () => {
      const folder = folderWith({ 'a.md': DRAFT, 's.yaml': '问卷数: 300\n' });
      chmodSync(join(folder, 'a.md'), 0o640);
      symlinkSync('a.md', join(folder, 'link.md'));
      assert.equal((await policydoc(folder, ['data', 'fill', 'link.md', '--data', 's.yaml', '--in-place'])).code, 1);
      assert.equal(statSync(join(folder, 'a.md')).mode & 0o777, 0o640);
      assert.equal(lstatSync(join(folder, 'link.md')).isSymbolicLink(), true);
      assert.match(readFileSync(join(folder, 'a.md'), 'utf8'), /300份/);
      assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'link.md', 's.yaml']);
    });

    const bad = (value: string): string => `问卷数: ${value}\n`;
    const WRONG: readonly [string, Record<string, string | Uint8Array>, string[], RegExp, RegExp][] = [
      [
        'a value that does not fit',
        { 's.yaml': bad('很多') },
        ['--data', 's.yaml', '--in-place'],
        /s\.yaml:1：“问卷数”的值“很多”不能填入：此处应填数字/,
        /a number is wanted here/,
      ],
      [
        'an unknown key',
        { 's.yaml': '村数: 1\n' },
        ['--data', 's.yaml', '--in-place'],
        /s\.yaml:1：文稿中没有名为“村数”的空缺/,
        /has no blank named “村数”/,
      ],
      [
        'different values',
        { 's.yaml': bad('1'), 't.csv': '键,值\n问卷数,2\n' },
        ['--data', 's.yaml', 't.csv', '--in-place'],
        /“问卷数”有不同的值：“1”（s\.yaml:1）、“2”（t\.csv:2）/,
        /has different values/,
      ],
      [
        'another sentence',
        { 's.json': '[{"id": "gx-1", "value": "1", "sentence": "旧句〖*〗人。"}]' },
        ['--data', 's.json', '--in-place'],
        /空缺 gx-1 所在的句子已与导出时不同（导出时为“旧句〖\*〗人。”）/,
        /no longer the one exported/,
      ],
      ['a sheet that is missing', {}, ['--data', 's.csv', '--in-place'], /s\.csv：文件或文件夹不存在/, /no such file/],
      [
        'a sheet without heads',
        { 's.csv': '甲,乙\n1,2\n' },
        ['--data', 's.csv', '--in-place'],
        /s\.csv：找不到表头/,
        /no heads found/,
      ],
      ['no sheet', {}, ['--in-place'], /没有数据表/, /no data sheet/],
      [
        'no place to write',
        { 's.yaml': bad('1') },
        ['--data', 's.yaml'],
        /请用 -o 指明写到哪个文件/,
        /say where to write/,
      ],
      [
        'two places to write',
        { 's.yaml': bad('1') },
        ['--data', 's.yaml', '-o', 'o.md', '--in-place'],
        /只能用一个/,
        /exclude each other/,
      ],
      [
        'the draft as the output',
        { 's.yaml': bad('1') },
        ['--data', 's.yaml', '-o', './a.md'],
        /就是文稿本身/,
        /names the draft itself/,
      ],
      [
        'the sheet as the output',
        { 's.yaml': bad('1') },
        ['--data', 's.yaml', '-o', 's.yaml'],
        /所指是数据表 s\.yaml/,
        /names the data sheet s\.yaml/,
      ],
      [
        'front matter that is no name',
        { 'a.md': '---\ndata: {a: 1}\n---\n*人\n' },
        ['--in-place'],
        /a\.md：文首 YAML 中的 data 应为文件名/,
        /must be a file name/,
      ],
      [
        'a draft of no known encoding',
        { 'a.md': Uint8Array.of(0xff, 0xff, 0x80), 's.yaml': bad('1') },
        ['--data', 's.yaml', '--in-place'],
        /a\.md：无法确定文字编码/,
        /encoding cannot be told/,
      ],
      [
        'a folder that is missing',
        { 's.yaml': bad('1') },
        ['--data', 's.yaml', '-o', 'no/out.md'],
        /no\/out\.md：无法写入：所在文件夹不存在/,
        /no\/out\.md: it cannot be written: its folder does not exist/,
      ],
    ];
    for (const [name, files, args, chinese, english] of WRONG) {
      it(`ends with 2 on ${name} and leaves the files as they were`, async () => {
        const folder = folderWith({ 'a.md': DRAFT, ...files });
        const before = snapshot(folder);
        const [zh, en] = [
          await policydoc(folder, ['data', 'fill', 'a.md', ...args]),
          await policydoc(folder, ['data', 'fill', 'a.md', ...args, '--locale', 'en']),
        ];
        assert.deepEqual([zh.code, zh.out, en.code], [2, '', 2]);
        assert.match(zh.err, chinese);
        assert.match(en.err, english);
        assert.deepEqual(snapshot(folder), before);
      });
    }
  });

  it('exports and fills a draft with 2,000 blanks without hanging; what it takes is for a benchmark to say', async () => {
    const draft = Array.from(
      { length: 500 },
      (_, i) => `${i % 50 === 0 ? `一、第${i}节\n` : ''}第${i}组：全县现有党组织*个，党员*人，*岁以上的*名。\n`,
    ).join('');
    const folder = folderWith({ 'a.md': draft });
    const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
    for (const ending of ['xlsx', 'csv']) {
      const begun = process.cpuUsage();
      assert.equal((await policydoc(folder, ['data', 'export', 'a.md', '-o', `g.${ending}`])).code, 0);
      const exported = seconds(process.cpuUsage(begun));
      await FILL_IN[ending]!(
        join(folder, `g.${ending}`),
        Array.from({ length: 2000 }, (_, i) => String(i + 1)),
      );
      const again = process.cpuUsage();
      assert.equal(
        (await policydoc(folder, ['data', 'fill', 'a.md', '--data', `g.${ending}`, '-o', 'out.md', '--force'])).code,
        0,
      );
      const filled = seconds(process.cpuUsage(again));
      assert.ok(exported < 20 && filled < 20, `${ending}: ${exported} s, ${filled} s`);
    }
  }).timeout(60_000);

  it('fills in the real draft', async function () {
    const draft = resolve('..', 'shared', 'cases', '党务干部调研报告.txt');
    if (!existsSync(draft)) this.skip();
    const { folder, blanks } = await exported({ 'a.txt': readFileSync(draft) }, 'a.txt');
    assert.equal(blanks.length, 35);
    blanks.forEach((placeholder, i) => {
      placeholder.value = String(i + 1);
    });
    writeFileSync(join(folder, 'blanks.json'), JSON.stringify({ blanks }));
    assert.equal((await policydoc(folder, ['data', 'fill', 'a.txt', '--data', 'blanks.json', '-o', 'b.txt'])).code, 0);
    const { out } = await policydoc(folder, ['check', 'b.txt', '--format', 'json']);
    assert.doesNotMatch(out, /placeholder-unfilled/);
  });
});
