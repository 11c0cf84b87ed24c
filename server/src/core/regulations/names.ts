/**
 * How regulations are named. A written name is compared by its *key*: what is left when white space, 《》〈〉, quotation
 * marks and 、 are taken out and widths are folded. 《最高人民法院关于适用<民法典>时间效力的若干规定》 and the official
 * 最高人民法院关于适用〈中华人民共和国民法典〉时间效力的若干规定 differ only by a prefix after that.
 */

/** Marks that do not count, white space and invisible characters (listed: a Unicode property takes 4 ms to compile). */
const DROPPED = /[《》〈〉<>＜＞“”"‘’'「」『』、·．﹤﹥\s\u00ad\u200b-\u200f\u2060]+/g;
const WIDE = /[\uff01-\uff5e]/g;

/** The key two spellings of one name share. '' when there is nothing to compare. */
export function nameKey(name: string): string {
  // Most names are Han characters and nothing else; looking is a fraction of the time of two replacements.
  let i = 0;
  while (i < name.length && name.charCodeAt(i) >= 0x4e00 && name.charCodeAt(i) <= 0x9fff) i++;
  if (i === name.length) return name;
  return name.replace(DROPPED, '').replace(WIDE, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const ISSUER_NAMES = [
  '最高人民法院',
  '最高人民检察院',
  '全国人民代表大会常务委员会',
  '全国人民代表大会',
  '全国人大常委会',
  '国务院办公厅',
  '国务院',
  '中共中央办公厅',
  '中共中央',
  '中央军委',
  '中央军事委员会',
  '中央纪委',
  '国家监委',
  '公安部',
  '国家安全部',
  '司法部',
  '财政部',
  '第五届',
  '两高',
  '最高法',
  '最高检',
  '中办',
  '国办',
];
const ISSUERS = new RegExp(`^(?:${ISSUER_NAMES.join('|')})+(?=关于)`);
const ISSUER = new RegExp(ISSUER_NAMES.join('|'), 'g');
const LONG_FORM: Readonly<Record<string, readonly string[]>> = {
  全国人大常委会: ['全国人民代表大会常务委员会'],
  中央军委: ['中央军事委员会'],
  两高: ['最高人民法院', '最高人民检察院'],
  最高法: ['最高人民法院'],
  最高检: ['最高人民检察院'],
  中办: ['中共中央办公厅'],
  国办: ['国务院办公厅'],
};

/** The issuers written before 关于 in a key, each in its long form. */
function issuersIn(key: string): string[] {
  const prefix = ISSUERS.exec(key.replace(/^中华人民共和国/, ''))?.[0] ?? '';
  return (prefix.match(ISSUER) ?? []).flatMap(name => LONG_FORM[name] ?? [name]);
}

/**
 * Whether the issuers that a name is written with are those of a title: 最高人民检察院关于适用… is not 最高人民法院关于适用…. A title
 * without issuers says nothing of them.
 */
export function isIssuedAs(key: string, titleKey: string): boolean {
  const own = issuersIn(titleKey);
  return own.length === 0 || issuersIn(key).every(issuer => own.includes(issuer));
}

/**
 * `key` without the words before it that a citation may leave out: 中华人民共和国, 中国共产党, or the issuers that stand
 * before 关于. Never empty: 中国共产党章程 is 章程 here, but that is too little to go by and {@link shortKeys} leaves it out.
 */
export function withoutPrefix(key: string): string {
  const state = key.startsWith('中华人民共和国') ? 7 : key.startsWith('中国共产党') ? 5 : 0;
  const rest = state > 0 ? key.slice(state) : key;
  return (rest.includes('关于') ? rest.replace(ISSUERS, '') : rest) || key;
}

/** Keys by which the title is officially shortened: the prefix dropped. The title's own key is not among them. */
function shortKeys(titleKey: string): string[] {
  const short = withoutPrefix(titleKey);
  return short !== titleKey && !VAGUE.has(short) ? [short] : [];
}

/** The keys of a regulation, by their strength: its title, the title shortened, its customary names. */
export function keysOf({ title, names }: { readonly title: string; readonly names: readonly string[] }): string[][] {
  const key = nameKey(title);
  return [[key], shortKeys(key), names.map(nameKey)];
}

/** What is left of a title must still name one thing. */
const VAGUE = new Set(['章程', '条例']);

/** 关于适用〈X法〉[某编]的解释（二）: the law, the book, 解释 or 规定, the ordinal in brackets and bare. */
const APPLIES = new RegExp(
  '关于(?:适用|执行)〈(?:中华人民共和国)?([^〉]+)〉(?:的)?([^的（(]*?编(?:通则)?)?' +
    '(?:若干问题)?的?(解释|规定)([（(]([一二三四五六七八九十]+)[）)])?$',
);

/**
 * Customary names that follow from a title by rule: without （试行）; without a leading 关于; 〈中华人民共和国X法〉 written
 * 〈X法〉; and for a judicial interpretation 关于适用〈X法〉的解释（二）: X法解释（二）, X法解释二, X法司法解释（二）, with the short names
 * of X法 too; 规定（三） is called so as well, and by its own word. `shortNames` gives those of a title's inner law, by its key.
 */
export function customaryNames(title: string, shortNames: (key: string) => readonly string[] = () => []): string[] {
  const names = new Set<string>();
  const key = nameKey(title);
  const bare = withoutPrefix(key);
  names.add(bare.replace(/\((?:试行|暂行|试行草案|草案)\)$/, ''));
  names.add(bare.replace(/^关于/, ''));
  names.add(bare.replace(/(适用|执行|实施)中华人民共和国/, '$1'));
  const applied = APPLIES.exec(title);
  if (applied) {
    const [, law, book = '', kind, , ordinal] = applied;
    for (const short of [law!, ...shortNames(law!)]) {
      for (const word of new Set(['解释', '司法解释', kind!])) {
        for (const subject of book ? [short + book, book] : [short]) {
          names.add(`${subject}${word}${ordinal ? `(${ordinal})` : ''}`);
          if (ordinal) names.add(`${subject}${word}${ordinal}`);
        }
      }
    }
  }
  return [...names].filter(name => name !== key && name !== bare && !VAGUE.has(name));
}
