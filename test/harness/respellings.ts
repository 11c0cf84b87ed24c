/**
 * The ways a text arrives, from Word, a PDF and the web, that change nothing of what it says. Each leaves a text alone where it
 * does not apply.
 */
export interface Respelling {
  readonly name: string;
  readonly of: (text: string) => string;
}

const replaced = (name: string, pattern: RegExp, by: string | ((found: string) => string)): Respelling => ({
  name,
  of: text => body(text, words => words.replace(pattern, by as string)),
});

/** The same where it is asked of whole lines. */
const replacedInLines = (name: string, pattern: RegExp, by: string | ((found: string) => string)): Respelling => ({
  name,
  of: text => {
    const head = /^---\n[^]*?\n---\n/.exec(text)?.[0] ?? '';
    return head + text.slice(head.length).replace(pattern, by as string);
  },
});

/** Front matter and code are no prose. */
function body(text: string, of: (words: string) => string): string {
  const head = /^---\n[^]*?\n---\n/.exec(text)?.[0] ?? '';
  return (
    head +
    text
      .slice(head.length)
      .split(/(^```[^]*?^```$|<!--[^]*?-->|`[^`\n]+`|\{\{[^}\n]*\}\}|\]\([^)\n]*\)|https?:[\w./?=&-]+)/m)
      .map((piece, i) => (i % 2 === 0 ? of(piece) : piece))
      .join('')
  );
}

/** Never at a mark that a typesetter keeps with the line before it, nor where the next line would begin something. */
const NO_BREAK =
  /^(?:[，。、；：！？）》”’】%％\s]|[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十]+[，、]|\d+[.．、]|[#>|*_+\-~`])/;

/** What is one piece wherever it stands: a line is never broken inside. */
const ATOM = /`[^`\n]+`|<!--[^\n]*?-->|\]\([^)\n]*\)|https?:[\w./?=&-]+|\d[\d,.]*|[A-Za-z]{2,}/g;

/** The line in pieces of `width`, the first `first` long. */
function pieces(line: string, width: number, first: number): string[] {
  const atoms = [...line.matchAll(ATOM)];
  const out: string[] = [];
  let [from, to] = [0, first];
  while (to < line.length) {
    const atom = atoms.find(({ index, 0: words }) => index < to && to < index + words.length);
    if (atom) to = atom.index + atom[0].length;
    while (to < line.length && NO_BREAK.test(line.slice(to))) to++;
    if (to >= line.length) break;
    out.push(line.slice(from, to));
    from = to;
    to = from + width;
  }
  return [...out, line.slice(from)];
}

/** Lines of `width`; the first of a paragraph is indented by `indent`, as a page is set. `between` stands for the break. */
export const wrapped = (width: number, indent = '', between = '\n'): Respelling => ({
  name: `lines of ${width}${indent && ', indented'}${between === '\n' ? '' : `, parted by ${JSON.stringify(between)}`}`,
  of: text => {
    const head = /^---\n[^]*?\n---\n/.exec(text)?.[0] ?? '';
    const lines = text.slice(head.length).split('\n');
    return (
      head +
      lines
        .map(line =>
          /^(?:\s*$|#|\||>|\s|<!--|```|\s*[-*+] |\d+\. |.*\{\{)/.test(line) || line.length <= width + 3
            ? line
            : indent + pieces(line, width, width - indent.length).join(between),
        )
        .join('\n')
    );
  },
});

const wide = (c: string): string => String.fromCharCode(c.charCodeAt(0) + 0xfee0);
const RADICALS: Readonly<Record<string, string>> = {
  一: '⼀',
  二: '⼆',
  十: '⼗',
  八: '⼋',
  人: '⼈',
  大: '⼤',
  小: '⼩',
  工: '⼯',
  力: '⼒',
  行: '⾏',
  民: '⺠',
  长: '⻓',
  见: '⻅',
  车: '⻋',
  目: '⽬',
  方: '⽅',
  户: '⼾',
  生: '⽣',
  土: '⼟',
  文: '⽂',
  水: '⽔',
  老: '⽼',
};
const HAN = '[\\u3400-\\u9fff]';
const ARTICLE = '第[〇零一二三四五六七八九十百千]+[条款项章]';

export const RESPELLINGS: readonly Respelling[] = [
  ...[20, 24, 28, 34, 40, 50].map(width => wrapped(width)),
  ...[26, 30, 42].map(width => wrapped(width, '　　')),
  wrapped(28, '', '\r\n'),
  wrapped(30, '', '\v'),
  wrapped(32, '　　', '\u2028'),
  replaced('Windows line ends', /\n/g, '\r\n'),
  replaced('line ends of Word', /(?<=[。；）])\n(?=[^#|>\s-])/g, '\v'),
  replaced('line ends of a terminal', /\n/g, '\u2028'),
  replaced('form feeds', /\n\n/g, '\n\f\n'),
  replaced('next lines', /\n/g, '\u0085'),
  replaced('full-width digits', /(?<![\w.*_~`#|[\](){}^-])\d+(?![\w.*_~`#|[\](){}^-])/g, d => d.replace(/\d/g, wide)),
  replaced('full-width letters and per cent', /(?<![\w<&%])X+(?!\w)|(?<=\d)%/g, c => c.replace(/[!-~]/g, wide)),
  replaced('full-width commas between thousands', /(?<=(?<!\d)\d{1,3}),(?=\d{3}(?!\d|,))/g, '，'),
  replaced('no-break space behind 》', /》(?=第)/g, '》\u00a0'),
  replaced('thin space before 《', new RegExp(`(?<=${HAN})《`, 'g'), '\u2009《'),
  replaced('ideographic space behind 》', /》(?=第|（)/g, '》\u3000'),
  replaced('spaces around numbers', new RegExp(`(?<=${HAN})(\\d[\\d,.]*)(?=${HAN})`, 'g'), d => ` ${d} `),
  replaced('spaces in numbers of articles', /第([一二三四五六七八九十百]+)条/g, found => found.split('').join(' ')),
  replaced('zero-width spaces', /(?<=[》。，”人户条])/g, '\u200b'),
  replaced('soft hyphens', /(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])/g, '\u00ad'),
  replaced('word joiners', /(?<=\d)(?=[\u3400-\u9fff%])/g, '\u2060'),
  replaced('byte order marks', /(?<=[，。])/g, '\ufeff'),
  replaced('radicals', new RegExp(`[${Object.keys(RADICALS).join('')}]`, 'g'), c => RADICALS[c]!),
  replaced('traditional words of locators', /(?<=第[一二三四五六七八九十百]+)条/g, '條'),
  replaced('financial numerals', /(?<=第)[一二三四五六七八九十百]+(?=[条款])/g, found =>
    found.replace(/./g, c => '壹贰叁肆伍陆柒捌玖拾佰'['一二三四五六七八九十百'.indexOf(c)]!),
  ),
  replaced('bold articles', new RegExp(`(?<!\\*[^*\\n]*)${ARTICLE}(?=[^\\n*]*$)`, 'gm'), found => `**${found}**`),
  replaced('italic names', /(?<![*_][^\n]*)《[^《》\n*]{2,40}》(?=第|（)(?![^\n]*[*_])/g, found => `<i>${found}</i>`),
  replaced('bold names', /(?<![*_][^\n]*)《[^《》\n*]{2,40}》(?=第|（)(?![^\n]*[*_])/g, found => `**${found}**`),
  replaced(
    'linked names',
    /(?<![[（(][^\n]{0,40})《[^《》\n*]{2,40}》(?=第|（)/g,
    found => `[${found}](https://example.com/a?b=1)`,
  ),
  replaced('underlined numbers', /(?<![\w.|*_-])\d+(?=[\u3400-\u9fff])/g, found => `<u>${found}</u>`),
  replaced('bold numbers', /(?<![\w.|*_-][^\n]*)\d+(?=[\u3400-\u9fff])(?![^\n]*[*_|])/g, found => `**${found}**`),
  replaced('escaped stars', /(?<![*|]|^\s*)\*(?![*|])/gm, '\\*'),
  replaced('escaped underscores', /_{2,}/g, found => found.replace(/_/g, '\\_')),
  replaced(
    'character references',
    /[《》“”]/g,
    c => ({ '《': '&#12298;', '》': '&#x300b;', '“': '&ldquo;', '”': '&rdquo;' })[c]!,
  ),
  replacedInLines('indented with no-break spaces', /^(?=[^\s#>|\-*\d])/gm, '\u00a0\u00a0'),
  replacedInLines('indented with ideographic spaces', /^(?=[^\s#>|\-*\d])/gm, '　　'),
  replacedInLines('trailing spaces', /(?<=\S)$/gm, ' '),
  replacedInLines('no blank behind #', /^(#+) (?=[\u3400-\u9fff（])/gm, found => found.trimEnd()),
  replacedInLines('an ideographic blank behind #', /^(#+) (?=[\u3400-\u9fff（])/gm, found => `${found.trimEnd()}　`),
  replacedInLines('a blank before 、', /^((?:#+ )?[一二三四五六七八九十])、/gm, found => `${found.slice(0, -1)} 、`),
  replacedInLines(
    'paragraphs of a web page',
    /^(?![\s#>|\-*<\d]|.*(?:<!--|\{\{|`)|[—_]).+$/gm,
    found => `<p>${found}</p>`,
  ),
  replacedInLines(
    'divisions of a web page',
    /^(?![\s#>|\-*<\d]|.*(?:<!--|\{\{|`)|[—_]).+$/gm,
    found => `<div class="MsoNormal" style="text-indent: 2em"><span lang="ZH-CN">${found}</span></div>`,
  ),
  replacedInLines('a full-width dot', /^((?:#+ )?[一二三四五六七八九十])、/gm, found => `${found.slice(0, -1)}．`),
];
