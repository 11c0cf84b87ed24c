import { namedSheets, valuesByKey, type SheetContents } from '../core/sheet.js';
import { isBelow } from '../host/below.js';
import type { DraftData } from '../features/draft-data.js';
import type { DocumentAnalysis } from './document-analyses.js';
import { UNTRUSTED, type Host } from './host.js';

interface Kept {
  readonly names: readonly string[];
  readonly paths: ReadonlySet<string>;
  readonly data: Promise<DraftData>;
}

/**
 * What the data sheets say that the front matter of an open document names. A document's sheets are read when somebody
 * asks, and again when one of them or the names have changed.
 */
export class Sheets {
  readonly #kept = new Map<string, Kept>();

  /** `onProblem` is told once for each reading; a sheet that cannot be used must not look like one without values. */
  constructor(
    private readonly host: Host,
    private readonly surroundings: () => { readonly workspace: readonly string[]; readonly isTrusted: boolean },
    private readonly onProblem: (problem: SheetContents['problems'][number]) => void,
  ) {}

  /** Null when the front matter names no sheet. */
  async of({ document: { uri }, analysis }: DocumentAnalysis): Promise<DraftData | null> {
    const named = namedSheets(analysis.model);
    if ('problem' in named) {
      this.forget(uri);
      return { names: [], values: new Map(), problems: [{ name: 'data', reason: named.problem }] };
    }
    const { names } = named;
    if (names.length === 0) {
      this.forget(uri);
      return null;
    }
    const { workspace, isTrusted } = this.surroundings();
    if (!isTrusted) {
      this.forget(uri);
      return { names, values: new Map(), problems: names.map(name => ({ name, reason: UNTRUSTED })) };
    }
    const last = this.#kept.get(uri);
    if (last?.names.length === names.length && last.names.every((name, i) => name === names[i])) return last.data;
    const file = this.host.fileOf(uri);
    const data = this.host
      .sheetsFor(file, { named: names, chosen: [], workspace })
      .then(({ rows, problems }): DraftData => {
        problems.forEach(this.onProblem);
        return { names, values: valuesByKey(rows), problems };
      });
    this.#kept.set(uri, { names, paths: new Set(names.flatMap(name => this.host.sheetFile(file, name) ?? [])), data });
    return data;
  }

  /** Forgets what was read of these files, or in these folders; whether an open document names any of them. */
  changed(uris: readonly string[]): boolean {
    const files = uris.flatMap(uri => this.host.fileOf(uri) ?? []);
    const stale = [...this.#kept].filter(([, { paths }]) =>
      [...paths].some(path => files.some(file => path === file || isBelow(path, file))),
    );
    for (const [uri] of stale) this.#kept.delete(uri);
    return stale.length > 0;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }

  /** For a client that does not watch files. */
  forgetAll(): void {
    this.#kept.clear();
  }
}
