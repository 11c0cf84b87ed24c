import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { applyEdits } from '../../server/src/core/text/edit.js';
import {
  bodyOf,
  contributed,
  expanded,
  literal,
  plainText,
  SOURCES,
  stop,
  type Source,
} from '../../server/src/features/snippets.js';
import { placed } from '../../server/src/features/snippets/placed.js';
import { parsed, written } from '../../server/src/features/snippets/grammar.js';
import { analysisOf } from '../harness/analysis.js';

/** The blanks of a text: {{…}}. */
const blanks = (text: string): string[] => text.match(/\{\{[^{}]*\}\}/g) ?? [];

/** Wording of the three forms: as Markdown, as plain text, and without the grammar of snippets. */
function formsOf(source: Source): readonly (readonly [string, string])[] {
  const plain = plainText(source);
  return [
    ['Markdown', bodyOf(source)],
    ...(plain === null ? [] : [['plain text', bodyOf({ ...source, text: plain })] as const]),
    ['without snippets', literal(expanded(bodyOf(source)))],
  ];
}

describe('snippets', () => {
  it('are forty-five, no prefix stands for two, and each has one of each kind', () => {
    assert.equal(SOURCES.length, 45);
    const all = SOURCES.flatMap(({ prefixes }) => prefixes);
    assert.equal(new Set(all).size, all.length);
    for (const { prefixes, name } of SOURCES) {
      assert.equal(prefixes.length, 4, name);
      const [pinyin, initials, english, chinese] = prefixes;
      assert.match(pinyin!, /^[a-z]+$/);
      assert.match(initials!, /^[a-z]{4,5}$/);
      assert.match(english!, /^pd[a-z]+$/);
      assert.match(chinese!, /^[\u4e00-\u9fff]+$/);
    }
  });

  for (const source of SOURCES) {
    describe(source.name, () => {
      for (const [form, body] of formsOf(source)) {
        it(`as ${form}: exactly its blanks, each with a name, and no other finding`, () => {
          const text = expanded(body);
          assert.doesNotMatch(text, /[$\\【】⟨⟩]/);
          if (form === 'plain text') assert.doesNotMatch(text, /^#|\n\n/m);
          const { findings, model } = analysisOf(text);
          // Where no editor fills in the day, the date of the front matter is not one, and is said not to be.
          const own =
            source.kind === 'front' ? findings.filter(({ rule }) => rule !== 'front-matter-invalid') : findings;
          assert.deepEqual(
            own.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
            blanks(text).map(blank => ['placeholder-unfilled', blank]),
          );
          assert.ok(model.placeholders.every(({ key }) => key !== null));
        });
      }

      it('numbers its stops from 1 on, and is what it was when it is read and written again', () => {
        const body = bodyOf(source);
        const numbers: number[] = [];
        const collect = (nodes: ReturnType<typeof parsed>): void => {
          for (const node of nodes) {
            if (typeof node === 'string' || node.kind !== 'stop') continue;
            if (node.number > 0 && !numbers.includes(node.number)) numbers.push(node.number);
            if (node.inner) collect([...node.inner]);
          }
        };
        collect(parsed(body));
        assert.deepEqual(
          numbers,
          numbers.map((_, i) => i + 1),
        );
        assert.ok(body.endsWith('$0'));
        assert.equal(expanded(written(parsed(body))), expanded(body));
      });

      it('has what is counted outside the braces, so that typing over a blank keeps it', () => {
        assert.deepEqual(
          blanks(source.text).filter(blank => blank.includes('|')),
          [],
        );
      });
    });
  }

  it('no two blanks of a report share a name but those that are the same thing', () => {
    // Of a pair of a problem and its measure all are named after it.
    for (const { name, text } of SOURCES) {
      const doubled = blanks(text).filter((blank, i, all) => all.indexOf(blank) !== i);
      for (const blank of new Set(doubled)) {
        assert.match(
          blank,
          /调研事项|调研范围|调研单位|统计截止日期|单位或地区|经验主题|考察地区|考察主题|样本类别|统计事项/,
          `${name}: ${blank}`,
        );
      }
    }
  });

  it('the general ones say nothing of the party', () => {
    for (const { name, text } of SOURCES) if (name !== '党组织情况') assert.doesNotMatch(text, /党(?!政)/, name);
  });

  it('parts add up: a wrong number is told', () => {
    const fill = (name: string, values: Readonly<Record<string, string>>): string => {
      const { text } = SOURCES.find(source => source.name === name)!;
      return expanded(bodyOf({ ...SOURCES[0]!, kind: 'paragraph', text })).replace(
        /\{\{([^{}]*)\}\}/g,
        (blank, key: string) => values[key] ?? blank,
      );
    };
    const rules = (text: string): string[] =>
      analysisOf(text)
        .findings.map(({ rule }) => rule)
        .filter(rule => rule !== 'placeholder-unfilled');
    const party = { 党组织总数: '471', 党委数: '21', 党总支数: '38', 党支部数: '412' };
    assert.deepEqual(rules(fill('党组织情况', party)), []);
    assert.deepEqual(rules(fill('党组织情况', { ...party, 党支部数: '411' })), ['figures-sum-mismatch']);
    const survey = { 发放问卷数: '600', 收回问卷数: '588', 问卷回收率: '98', 有效问卷数: '574', 问卷有效率: '97.6' };
    assert.deepEqual(rules(fill('问卷调查', survey)), []);
    assert.deepEqual(rules(fill('问卷调查', { ...survey, 问卷回收率: '95' })), ['figures-share-mismatch']);
    const share = { 总体名称: '抽查的党支部', 总体数: '60', 部分名称: '合格的', 部分数: '48', 部分占比: '80' };
    assert.deepEqual(rules(fill('占比说明', share)), []);
    assert.deepEqual(rules(fill('占比说明', { ...share, 部分占比: '85' })), ['figures-share-mismatch']);
  });

  it('whole reports are taken for reports, with their sections', () => {
    const roles = (name: string): string[] => {
      const { model } = analysisOf(expanded(bodyOf(SOURCES.find(source => source.name === name)!)));
      assert.equal(model.genre.isReport, true, name);
      return model.sections.filter(({ level }) => level === 2).map(({ role }) => role);
    };
    assert.deepEqual(roles('调研报告'), ['overview', 'problems', 'causes', 'countermeasures']);
    assert.deepEqual(roles('经验调研报告'), ['overview', 'overview', 'overview', 'problems', 'countermeasures']);
    assert.deepEqual(roles('考察报告'), ['overview', 'overview', 'problems', 'countermeasures']);
    assert.deepEqual(roles('调研专报'), ['overview', 'problems', 'countermeasures']);
  });

  for (const form of ['markdown', 'plaintext'] as const) {
    const file = `server/snippets/${form}.json`;
    it(`${file} is what the extension contributes; UPDATE=1 writes it`, () => {
      const source = `${JSON.stringify(contributed(form), null, 2)}\n`;
      if (process.env['UPDATE']) writeFileSync(file, source);
      assert.equal(readFileSync(file, 'utf8'), source);
      const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
        contributes: { snippets: { language: string; path: string }[] };
      };
      const { path } = contributes.snippets.find(({ language }) => language === form)!;
      assert.equal(path, `./${file}`);
      assert.ok(existsSync(path));
      assert.match(readFileSync('.vscodeignore', 'utf8'), /^!server\/snippets\/\*\*$/m);
    });
  }

  describe('at the end of a report say nothing but their blanks', () => {
    const draft = '../shared/cases/党务干部调研报告.txt';
    const files = [...readdirSync('samples').map(name => `samples/${name}`), draft];
    for (const file of files) {
      it(file, function () {
        if (!existsSync(file)) return void this.skip();
        const text = `${readFileSync(file, 'utf8')
          .replace(/^\uFEFF/, '')
          .trimEnd()}\n\n`;
        const before = analysisOf(text);
        const format = file.endsWith('.txt') ? 'plaintext' : 'markdown';
        for (const source of SOURCES) {
          const put = placed(before.model, text.length, source, format);
          if (!put || source.kind === 'front' || source.kind === 'whole') continue;
          const added = expanded(put.body);
          const whole = analysisOf(applyEdits(text, put.also) + added);
          // One of another section is no measure among the measures: that is right, and said.
          const isStranger = source.kind === 'item' && !source.places.includes('countermeasures');
          const after = {
            ...whole,
            findings: whole.findings.filter(
              it => !(isStranger && it.rule === 'countermeasure-without-problem' && it.start >= text.length),
            ),
          };
          // Of two measures that have changed places, which is told may change: as many are told as before.
          const told = ({ rule, start, end }: (typeof after.findings)[number], of: string): string =>
            rule === 'countermeasures-out-of-order' ? rule : `${rule} ${of.slice(start, end)}`;
          const were = before.findings.map(finding => told(finding, text));
          // A second list of causes is a second reading of what the measures answer: only what it says itself counts.
          const isDouble = source.role !== undefined && before.model.sections.some(({ role }) => role === source.role);
          const news = after.findings
            .filter(({ rule, start }) => !(rule === 'placeholder-unfilled' && start >= text.length))
            .filter(({ start }) => !isDouble || start >= text.length)
            .map(finding => told(finding, after.model.text))
            .filter(now => !were.includes(now));
          assert.deepEqual(news, [], source.name);
          const own = after.findings.filter(({ start }) => start >= text.length);
          assert.equal(own.length, blanks(added).length, source.name);
        }
      });
    }
  });

  it('what stands for itself survives the grammar', () => {
    for (const text of ['{{党员数|人}}', '$1', '\\', '}']) assert.equal(expanded(literal(text)), text);
    assert.equal(expanded(`${stop(1, '{{党员数|人}}')}。$0`), '{{党员数|人}}。');
    assert.equal(
      expanded('${1|一,二|}是${2:{{问题${1}\\}\\}}。$2${3:a}$4${NAME:甲}${OTHER}'),
      '一是{{问题一}}。{{问题一}}a甲',
    );
    for (const broken of ['${1', '${1|a', '$', '${', '${1:a', '}', '${1:${1}}']) expanded(broken);
  });
});
