import { teamSnippet, type TeamSnippet } from '../features/snippets/team.js';
import type { SnippetFile } from '../host/team-snippets.js';
import type { DocumentAnalysis } from './document-analyses.js';
import type { Host } from './host.js';
import type { Message } from '../core/message.js';

/**
 * The snippets of a team, from the files that its settings name: read when somebody asks, and again when settings are read
 * anew. None in a workspace that is not trusted.
 */
export class TeamSnippetFiles {
  readonly #kept = new WeakMap<readonly SnippetFile[], Promise<readonly TeamSnippet[]>>();

  constructor(
    private readonly host: Host,
    private readonly surroundings: () => { readonly workspace: readonly string[]; readonly isTrusted: boolean },
    private readonly onProblem: (problem: { readonly name: string; readonly reason: Message }) => void,
  ) {}

  async of({ snippetFiles }: DocumentAnalysis): Promise<readonly TeamSnippet[]> {
    const { workspace, isTrusted } = this.surroundings();
    if (snippetFiles.length === 0 || !isTrusted) return [];
    let read = this.#kept.get(snippetFiles);
    if (!read) {
      read = this.host.teamSnippets(snippetFiles, workspace).then(({ snippets, problems }) => {
        problems.forEach(this.onProblem);
        return snippets.map(teamSnippet);
      });
      this.#kept.set(snippetFiles, read);
    }
    return read;
  }
}
