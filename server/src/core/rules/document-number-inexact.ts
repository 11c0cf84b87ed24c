import { msg } from '../message.js';
import type { Citation, Model } from '../model.js';
import { nameKey } from '../regulations/names.js';
import { ownCitationsThat } from './shared/citations.js';
import type { FindingDraft, Rule } from './rule.js';

export const documentNumberInexact: Rule = {
  id: 'document-number-inexact',
  title: msg('发文字号有误', 'Document number inexact'),
  severity: 'warning',
  scope: 'document',
  check: model => {
    const numbered = numberedCitations(model);
    return [...numbered.flatMap(formOf), ...conflicts(model, numbered)].sort((a, b) => a.start - b.start);
  },
};

const numberedCitations = ownCitationsThat(({ documentNumber }) => documentNumber !== null);

const YEARLY = /^([^〔［[【（(]*)[〔［[【（(]((?:19|20)\d{2})年?[〕］\]】）)]第?(\d+)号$/;

/** 国发〔2023〕5号 as GB/T 9704—2012 7.2.5 has it; of numbers in words nothing is said. */
function formOf({ documentNumber }: Citation): FindingDraft[] {
  const m = documentNumber && YEARLY.exec(documentNumber.text.replace(/\s+/g, ''));
  if (!m) return [];
  const [, word, year, serial] = m;
  const right = `${word}〔${year}〕${Number(serial)}号`;
  const { start, end, text } = documentNumber;
  if (text === right) return [];
  return [
    {
      start,
      end,
      message: msg(
        `发文字号写法有误：“${text}”应当写作“${right}”。`,
        `The document number is written otherwise: “${text}” should be “${right}”.`,
      ),
      reason: msg(
        '年份用六角括号〔〕括入，序号不加“第”字、不编虚位（GB/T 9704—2012）。',
        'The year stands in 〔〕, the serial number without 第 and without leading noughts (GB/T 9704—2012).',
      ),
      fixes: [
        {
          title: msg(`改为${right}`, `Change to ${right}`),
          kind: 'choice',
          edits: [{ start, end, text: right }],
        },
      ],
    },
  ];
}

const plain = (number: string): string =>
  number.replace(/[^\u4e00-\u9fff\d]/g, '').replace(/第0*(?=\d)|(?<=\D)0+(?=\d)/g, '');

/** One document, two numbers. */
function conflicts(model: Model, numbered: readonly Citation[]): FindingDraft[] {
  const first = new Map<string, NonNullable<Citation['documentNumber']>>();
  return numbered.flatMap(({ name, documentNumber, denotes }): FindingDraft[] => {
    if (!documentNumber) return [];
    const key = `${denotes.regulation?.title ?? nameKey(name)} ${denotes.edition?.date ?? ''}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, documentNumber);
    if (!earlier || plain(earlier.text) === plain(documentNumber.text)) return [];
    const { line } = model.lines.at(earlier.start);
    return [
      {
        start: documentNumber.start,
        end: documentNumber.end,
        message: msg(
          `发文字号前后不一：第${line}行为“${earlier.text}”，此处为“${documentNumber.text}”（《${name}》）。`,
          `One document, two numbers: “${earlier.text}” on line ${line}, “${documentNumber.text}” here (《${name}》).`,
        ),
        reason: msg(
          '一份文件只有一个发文字号。请对照原件核实。',
          'A document has one number. Check it against the original.',
        ),
        related: [{ start: earlier.start, end: earlier.end, message: msg('前文的字号', 'The number before') }],
        fixes: [
          {
            title: msg(`此处改为${earlier.text}`, `Write ${earlier.text} here`),
            kind: 'choice',
            edits: [{ start: documentNumber.start, end: documentNumber.end, text: earlier.text }],
          },
        ],
      },
    ];
  });
}
