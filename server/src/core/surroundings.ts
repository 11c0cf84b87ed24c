import type { Abbreviation } from './facts/abbreviations.js';
import { Definitions, type Ask } from './regulations/resolve.js';
import { partitionPoint } from './text/search.js';
import type { Span } from './text/span.js';

/** One of the reports in a file: from its title to that of the next. */
export interface Report extends Span {
  /** ISO date for which its citations are judged: its own, else that of the file. */
  readonly date: string;
}

/** What a passage asks of the text around it. */
export class Surroundings {
  readonly #definitions: Definitions;

  constructor(
    readonly title: string,
    readonly reports: readonly Report[],
    readonly abbreviations: readonly Abbreviation[],
  ) {
    this.#definitions = new Definitions(abbreviations);
  }

  /** See {@link Ask}. */
  answer(about: Parameters<Ask>[0], words: string, at: number): ReturnType<Ask> {
    switch (about) {
      case 'meaning':
        return this.#definitions.at(words, at)?.fullName ?? null;
      case 'ending':
        return this.#definitions.endingOf(words, at);
      case 'date':
        return reportAt(this.reports, at).date;
      case 'title':
        return this.title;
    }
  }

  /**
   * Whether all is answered as in the text before, to whoever has not changed: of what defines or dates it is asked in which order it
   * stands, and that is the same where there is as much of it, and it says the same.
   */
  answersAs({ title, reports, abbreviations }: Surroundings): boolean {
    return (
      title === this.title &&
      // Where a report begins its title tells, and which lines are titles the text as a whole.
      reports.length === 1 &&
      this.reports.length === 1 &&
      reports[0]!.date === this.reports[0]!.date &&
      abbreviations.length === this.abbreviations.length &&
      abbreviations.every(({ name, fullName }, i) => {
        const own = this.abbreviations[i]!;
        return name === own.name && fullName === own.fullName;
      })
    );
  }
}

/** The report at an offset of the text. */
export const reportAt = (reports: readonly Report[], offset: number): Report =>
  reports[Math.max(0, partitionPoint(reports, ({ start }) => start <= offset) - 1)]!;
