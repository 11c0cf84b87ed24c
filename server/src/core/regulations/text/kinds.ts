/** What kind of regulation a text is and who issued it, from its title, its folder and its opening words. */

const KINDS: ReadonlySet<string> = new Set([
  '宪法',
  '法律',
  '行政法规',
  '部门规章',
  '司法解释',
  '党内法规',
  '地方性法规',
  '地方政府规章',
  '监察法规',
  '部门规范性文件',
]);
/** Folders of public collections that hold laws by subject. */
const OF_LAWS: ReadonlySet<string> = new Set([
  '宪法相关法',
  '民法商法',
  '民法典',
  '行政法',
  '经济法',
  '社会法',
  '刑法',
  '诉讼与非诉讼程序法',
]);

/** What a title alone tells of the kind; '' when nothing. */
export function kindOfTitle(title: string): string {
  if (/^最高人民(?:法院|检察院)/.test(title)) return '司法解释';
  if (/^中国共产党/.test(title)) return '党内法规';
  return /^中华人民共和国.*法(?:（试行）)?$/.test(title) ? '法律' : '';
}

/** `opening` is what stands before the first provision; `folders` the folders the file was found in. '' when not known. */
export function kindOf(title: string, opening: string, folders: readonly string[]): string {
  if (title === '中华人民共和国宪法') return '宪法';
  const sure = kindOfTitle(title);
  if (sure !== '') return sure;
  for (const folder of [...folders].reverse()) {
    if (KINDS.has(folder)) return folder;
    if (OF_LAWS.has(folder)) return '法律';
  }
  if (/(?:[省市州县盟旗]|自治区|特别行政区)(?:第.{1,5}届)?人民代表大会/.test(opening)) return '地方性法规';
  if (/全国人民代表大会(?:常务委员会)?第/.test(opening)) return '法律';
  if (/中共中央|中国共产党中央/.test(opening)) return '党内法规';
  if (/国务院(?:令|第|发布|批准|公布|修订)/.test(opening)) return '行政法规';
  if (/最高人民(?:法院|检察院)/.test(opening)) return '司法解释';
  return /(?:部|总局|委员会|署)令/.test(opening) ? '部门规章' : '';
}

/** '' when the text does not tell. */
export function issuerOf(title: string, opening: string, kind: string): string {
  const tail = opening.slice(-600);
  switch (kind) {
    case '宪法':
    case '法律': {
      const committee = tail.lastIndexOf('常务委员会');
      const congress = tail.lastIndexOf('全国人民代表大会第');
      if (committee < 0 && congress < 0) return '';
      return committee > congress ? '全国人民代表大会常务委员会' : '全国人民代表大会';
    }
    case '行政法规':
      return '国务院';
    case '司法解释':
      return ['最高人民法院', '最高人民检察院'].filter(name => `${title}${opening}`.includes(name)).join('、');
    case '党内法规':
      return (
        /(中共中央办公厅、国务院办公厅|中共中央办公厅|中共中央、国务院|中共中央|中国共产党中央委员会)(?:发布|印发|批准)/.exec(
          opening,
        )?.[1] ?? ''
      );
    default:
      return '';
  }
}
