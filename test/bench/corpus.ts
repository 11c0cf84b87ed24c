import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reports made of the genre's own sentences: the same ones in every run, on every machine. */

export const SEED = 20_261_123;

/** Numbers that look drawn by chance (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0, less than `below`. */
  number(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  of<T>(values: readonly T[]): T {
    return values[this.number(values.length)]!;
  }
}

const PLACES = ['云澜市', '临江区', '青石县', '北岭镇', '东湖街道', '望山乡'] as const;
const TOPICS = [
  '基层党建',
  '营商环境',
  '行政执法',
  '乡村振兴',
  '数据安全',
  '生态环境保护',
  '矛盾纠纷化解',
  '养老服务',
] as const;
const LAWS = [
  ['《中华人民共和国民法典》', 1260],
  ['《中华人民共和国行政处罚法》', 86],
  ['《中华人民共和国数据安全法》', 55],
  ['《优化营商环境条例》', 72],
  ['《中华人民共和国行政许可法》', 83],
  ['《中华人民共和国安全生产法》', 119],
  ['《中华人民共和国公务员法》', 113],
  ['《信访工作条例》', 50],
  ['《中国共产党支部工作条例（试行）》', 37],
  ['《中华人民共和国乡村振兴促进法》', 74],
  ['《政府信息公开条例》', 56],
  ['《中华人民共和国劳动法》', 107],
] as const;
const UNITS = ['组织部门', '纪检监察机关', '市场监管部门', '有关乡镇（街道）', '机关党委', '村（社区）党组织'] as const;
const HABITS = [
  '重部署、轻落实',
  '以会议落实会议',
  '台账与实际不符',
  '培训次数偏少',
  '经费保障不足',
  '责任链条不清',
  '信息共享不畅',
] as const;
const WAYS = [
  '压实工作责任',
  '充实基层力量',
  '健全考核办法',
  '加强业务培训',
  '推进数据共享',
  '完善经费保障',
  '强化督促检查',
] as const;
const PLACEHOLDERS = ['*', '**%', 'XX', '____', '{{涉企检查次数|次}}', '【待补充】', '（待核实）', '[数字]'] as const;

/**
 * `@` place, `~` topic, `#` number, `=` decimal number, `%` share, `?` placeholder, `&` citation, `^` unit, `!` habit,
 * `$` way.
 */
const SENTENCES = {
  overview: [
    '@现有^#个，专职人员#名，兼职人员#名，平均年龄=岁。',
    '2021年以来，^先后印发文件#件，召开专题会议#次，推动~各项任务落地见效。',
    '本次调研发放问卷#份，收回有效问卷?份，访谈干部群众#人次，实地走访@等#个点位。',
    '按照&的规定，@建立了~工作台账，纳入年度考核，考核权重为%。',
    '截至目前，^累计办理事项?件，办结率%，群众满意率%，较上年提高=个百分点。',
    '据统计，@今年上半年安排~专项经费#万元，同比增长%，到位?万元。',
  ],
  problems: [
    '有的^对&关于~的要求理解不深，!，抽查的#个单位中有?个未按时完成整改。',
    '调研发现，@%的受访者反映^存在!的现象，近三年被通报?次。',
    '部分单位没有落实&，~工作人员缺口达#名，占编制数的%。',
    '个别^!，#项制度中有#项超过五年未修订，与&不一致。',
    '^之间!，数据重复填报#次，基层每月用于填表的时间约为=小时。',
    '对照&，@仍有#个点位不达标，群众来信来访中涉及~的占%。',
  ],
  causes: [
    '从思想上看，一些^对~的重要性认识不足，片面追求显绩，!。',
    '从机制上看，&施行后的配套制度还不健全，^权责不清。',
    '从保障上看，@近三年人员流失?名，经费缺口#万元，难以适应形势任务需要。',
  ],
  measures: [
    '由^牵头，对照&逐条梳理，于今年?月底前完成整改，$，确保~取得实效。',
    '建立由@党委负责、^参加的联席会议制度，每季度研究#次，$。',
    '在#个单位开展试点，总结经验后全面推开，力争覆盖率达到%以上，$。',
    '将~纳入^述职评议，权重不低于%，$，对!的予以通报。',
  ],
} as const;
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八'] as const;

type Role = keyof typeof SENTENCES;

class Report {
  readonly #lines: string[] = [];

  constructor(readonly chance: Chance) {
    const { chance: c } = this;
    const title = `关于${c.of(PLACES)}${c.of(TOPICS)}情况的调研报告`;
    this.#lines.push(
      `---\ntitle: ${title}\ndate: 2026-${String(1 + c.number(9)).padStart(2, '0')}-15\n---`,
      `# ${title}`,
    );
  }

  get text(): string {
    return `${this.#lines.join('\n\n')}\n`;
  }

  section(number: number, title: string, role: Role, parts: number): void {
    const isBold = this.chance.number(2) === 0;
    const mark = (words: string): string => (isBold ? `**${words}**` : words);
    this.#lines.push(`## ${ORDINALS[number % ORDINALS.length]}、${title}`);
    for (let part = 0; part < parts; part++) {
      this.#lines.push(
        `（${ORDINALS[part]}）${role === 'measures' ? this.chance.of(WAYS) : this.chance.of(TOPICS)}方面。${this.#sentences(role, 2)}`,
      );
      this.#lines.push(
        ['一是', '二是', '三是']
          .map(
            ordinal =>
              mark(`${ordinal}${this.chance.of(role === 'measures' ? WAYS : HABITS)}。`) + this.#sentences(role, 1),
          )
          .join(''),
      );
      if (role === 'overview' && part === 0) this.#lines.push(this.#table());
      if (role === 'measures' && part === 1)
        this.#lines.push(Array.from({ length: 4 }, () => `- ${this.#sentences(role, 1)}`).join('\n'));
    }
  }

  #table(): string {
    const row = (): string =>
      `| ${this.chance.of(UNITS)} | ${this.chance.number(900)} | ${this.chance.of([...PLACEHOLDERS, '12', '35', '108'])} |`;
    return ['| 单位 | 应到人数 | 实到人数 |', '| --- | --- | --- |', row(), row(), row()].join('\n');
  }

  #sentences(role: Role, count: number): string {
    return Array.from({ length: count }, () => this.#filled(this.chance.of<string>(SENTENCES[role]))).join('');
  }

  #filled(template: string): string {
    return template.replace(/[@~#=%?&^!$]/g, slot => this.#word(slot));
  }

  #word(slot: string): string {
    const c = this.chance;
    switch (slot) {
      case '@':
        return c.of(PLACES);
      case '~':
        return c.of(TOPICS);
      case '#':
        return String(1 + c.number(c.of([9, 99, 999])));
      case '=':
        return `${c.number(99)}.${c.number(9)}`;
      case '%':
        return `${c.number(99)}.${c.number(9)}%`;
      case '?':
        return c.of(PLACEHOLDERS);
      case '^':
        return c.of(UNITS);
      case '!':
        return `“${c.of(HABITS)}”`;
      case '$':
        return c.of(WAYS);
      default: {
        const [name, articles] = c.of(LAWS);
        // One in twenty is past the end, as people mistype them.
        return `${name}第${1 + c.number(articles * 1.05)}条`.replace(
          /第(\d+)条/,
          (_, n: string) => `第${chinese(Number(n))}条`,
        );
      }
    }
  }
}

/** Up to 9,999, as article numbers are written. */
function chinese(number: number): string {
  const digits = '零一二三四五六七八九';
  const written = [...String(number)]
    .map((digit, i, all) =>
      digit === '0' ? '零' : digits[Number(digit)]! + ['', '十', '百', '千'][all.length - 1 - i]!,
    )
    .join('');
  return written.replace(/零+$/, '').replace(/零+/g, '零').replace(/^一十/, '十');
}

/** About that many characters of report; the same for the same seed. */
export function report(length: number, seed: number = SEED): string {
  const made = new Report(new Chance(seed));
  for (let i = 0; made.text.length < length; i++) {
    const [title, role] = (
      [
        ['基本情况', 'overview'],
        ['存在的问题', 'problems'],
        ['原因分析', 'causes'],
        ['对策建议', 'measures'],
      ] as const
    )[i % 4]!;
    // Four sections make a report of 6,000 characters; a longer one has more of them.
    made.section(i, title, role, { overview: 4, problems: 7, causes: 2, measures: 6 }[role]);
  }
  return length < 6_000 ? made.text.slice(0, length) : made.text;
}

/** A folder of texts that is gone when the work is done. */
export async function withFolder<T>(
  files: Iterable<readonly [name: string, text: string]>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'policydoc-bench-'));
  try {
    for (const [name, text] of files) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
