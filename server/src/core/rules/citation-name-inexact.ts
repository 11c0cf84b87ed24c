import { msg } from '../message.js';
import type { Citation, Passage } from '../passage.js';
import type { Regulation } from '../regulations/regulation-index.js';
import { ownCitations } from './shared/citations.js';
import type { FindingDraft, Rule } from './rule.js';

export const citationNameInexact: Rule = {
  id: 'citation-name-inexact',
  title: msg('法规名称不准确', 'Inexact name of a regulation'),
  severity: 'warning',
  scope: 'chunk',
  judges: ['citations'],
  check: model =>
    ownCitations(model).flatMap(citation => {
      if (citation.nameSpan === null || citation.nameKind === 'abbreviation') return [];
      const { unknown, near, regulation } = citation.denotes;
      if (unknown === 'regulation' && near.length > 0) return [judge(citation, near, 'misspelt')];
      if (!regulation) return [];
      if (isShortened(model, citation, regulation)) return [judge(citation, [regulation], 'shortened')];
      return issuerBefore(model, citation, regulation);
    }),
};

/**
 * A regulation of the Party is cited by its full title, 中国共产党 and （试行） included, unless the report says that it
 * will call it otherwise; a law may go without 中华人民共和国.
 */
function isShortened({ text }: Passage, { name, nameSpan }: Citation, { title, kind }: Regulation): boolean {
  if (text[nameSpan!.start] !== '《' || name === title || name === '党章') return false;
  const trial = /[（(](?:试行|暂行)[）)]$/;
  const lacksTrial = trial.test(title) && !trial.test(name) && title.replace(trial, '').endsWith(name);
  return lacksTrial || (kind === '党内法规' && title === `中国共产党${name}`);
}

/** A ministry or a court right before 《, where nothing but its being the issuer is meant. */
const WRITTEN_ISSUER =
  /(?:^|[，。；、：（\s]|按照|根据|依据|依照|落实|执行|贯彻|违反)((?:财政|公安|司法|民政|教育|商务|文化和旅游|农业农村|自然资源|生态环境|住房和?城乡建设|交通运输|人力资源和?社会保障|工业和信息化|应急管理|水利|科技)部|国家发展改革委|国家卫生健康委|国家市场监督?管理?总局|市场监管总局|最高人民法院|最高人民检察院)$/;
/** Who alone makes regulations of a kind. */
const ISSUES: Readonly<Record<string, string>> = { 法律: '全国人大及其常委会', 行政法规: '国务院' };

function issuerBefore({ text }: Passage, { nameSpan }: Citation, { kind, title }: Regulation): FindingDraft[] {
  const start = nameSpan!.start;
  const issuer = WRITTEN_ISSUER.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  const own = ISSUES[kind];
  if (text[start] !== '《' || issuer === undefined || own === undefined) return [];
  return [
    {
      start: start - issuer.length,
      end: nameSpan!.end,
      message: msg(
        `制定机关有误：${kind}由${own}制定，不是${issuer}（《${title}》）。`,
        `The issuer is wrong: it is made by ${kind === '法律' ? 'the National People’s Congress or its Standing Committee' : 'the State Council'}, not by ${issuer} (《${title}》).`,
      ),
      reason: msg(
        '制定机关写错，效力层级也就错了。请核实；只是由该部门组织实施的，改写语序。',
        'A wrong issuer is a wrong rank of authority. Check it; where the ministry only carries it out, say so.',
      ),
      fixes: [
        {
          title: msg(`删去“${issuer}”`, `Delete “${issuer}”`),
          kind: 'choice',
          edits: [{ start: start - issuer.length, end: start, text: '' }],
        },
      ],
    },
  ];
}

function judge(
  { nameSpan, name }: Citation,
  exact: readonly Regulation[],
  fault: 'misspelt' | 'shortened',
): FindingDraft {
  const { start, end } = nameSpan!;
  const titles = exact.slice(0, 3).map(r => `《${r.title}》`);
  return {
    start,
    end,
    message: msg(
      fault === 'misspelt'
        ? `名称有误：法规数据中没有《${name}》，相近的有${titles.join('')}。`
        : `名称不全：《${name}》的全称是${titles[0]}。`,
      fault === 'misspelt'
        ? `There is no 《${name}》 in the data; ${titles.join(', ')} ${titles.length > 1 ? 'are' : 'is'} like it.`
        : `The full title of 《${name}》 is ${titles[0]}.`,
    ),
    reason: msg(
      '名称和制定机关应当准确、完整，“中国共产党”“（试行）”等字样不得省略；后文用简称的，在首次引用处注明“以下简称”。',
      'A regulation is cited by its exact and full title, 中国共产党 and （试行） included; a short name is defined at its first use.',
    ),
    fixes: exact.slice(0, 3).map(({ title }) => ({
      title: msg(`改为《${title}》`, `Change to 《${title}》`),
      kind: 'choice',
      edits: [{ start, end, text: `《${title}》` }],
    })),
  };
}
