import { isTypeWord } from '../../core/facts/regulation-titles.js';
import { TYPE_WORD } from '../../core/lexicon/patterns.js';
import { msg } from '../../core/message.js';
import { reportAt, type Citation, type Model } from '../../core/model.js';
import { withoutPrefix } from '../../core/regulations/names.js';
import type { Rewrite, Rewriter } from './rewrite.js';

/**
 * 注明简称: where a full name is cited several times and has no short one, the first place gets （以下简称《…》） and the
 * later ones the short name. A name that another regulation of the text might bear is none.
 */
export const shortNames: Rewriter = (model, place) => {
  const here = model.citations.find(
    ({ nameSpan }) => nameSpan && nameSpan.start <= place.end && place.start <= nameSpan.end,
  );
  if (here?.nameKind !== 'title' || here.isQuoted) return [];
  const report = reportAt(model.reports, here.start);
  const own = model.citations.filter(
    ({ name, nameKind, nameSpan, isQuoted, start }) =>
      nameSpan &&
      !isQuoted &&
      nameKind === 'title' &&
      name === here.name &&
      start >= report.start &&
      start < report.end,
  );
  const [first, ...later] = own;
  if (!first || later.length === 0 || isDefined(model, here.name)) return [];
  // What stands in brackets behind the name, the edition, comes before its short name.
  const end = bracketsEnd(model.text, first.nameSpan!.end);
  return namesFor(here.name)
    .filter(name => isFree(model, own, name))
    .map(
      (name): Rewrite => ({
        title: msg(
          `注明简称《${name}》，后文${later.length}处改用简称`,
          `Define the short name 《${name}》 and use it in ${later.length} later places`,
        ),
        edits: [
          { start: end, end, text: `（以下简称《${name}》）` },
          ...later.map(({ nameSpan }) => ({ ...nameSpan!, text: `《${name}》` })),
        ],
      }),
    );
};

const isDefined = ({ abbreviations, citations }: Model, name: string): boolean =>
  abbreviations.some(({ fullName }) => fullName === name) || citations.some(c => c.name === name && c.defines !== null);

const bracketsEnd = (text: string, at: number): number => {
  const [brackets = ''] = /^[（(][^（）()\n]{1,40}[）)]/.exec(text.slice(at, at + 48)) ?? [];
  return at + brackets.length;
};

const TYPE = new RegExp(`(?:${TYPE_WORD})$`);

/** 《党支部工作条例》 and 《条例》 of 中国共产党党支部工作条例（试行）; nothing that is no shorter. */
function namesFor(title: string): string[] {
  const bare = title.replace(/[（(][^（）()]*[）)]$/, '');
  const [type] = TYPE.exec(bare) ?? [];
  const names = [withoutPrefix(bare), ...(type ? [type] : [])];
  return [...new Set(names)].filter(name => name.length + 2 <= title.length && name.length > 1);
}

/** Whether no other regulation of the text has the name, or is called by it. */
function isFree({ citations, abbreviations }: Model, own: readonly Citation[], name: string): boolean {
  if (abbreviations.some(abbreviation => abbreviation.name === name)) return false;
  const others = citations.filter(citation => !own.includes(citation));
  return !others.some(
    other =>
      other.name === name ||
      (isTypeWord(name) &&
        other.nameKind === 'title' &&
        TYPE.exec(other.name.replace(/[（(][^（）()]*[）)]$/, ''))?.[0] === name),
  );
}
