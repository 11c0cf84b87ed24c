import { readFileSync } from 'node:fs';
import type { Locale } from '../../server/src/core/message.js';

/** The pages for users, in each language: the first screens, and what they lead to. */
export const PAGES = {
  readme: { en: 'README.md', 'zh-CN': 'README.zh-CN.md' },
  guide: { en: 'docs/guide.md', 'zh-CN': 'docs/guide.zh-CN.md' },
  format: { en: 'docs/format.md', 'zh-CN': 'docs/format.zh-CN.md' },
  reference: { en: 'docs/reference.md', 'zh-CN': 'docs/reference.zh-CN.md' },
  regulations: { en: 'docs/regulations.md', 'zh-CN': 'docs/regulations.zh-CN.md' },
  editors: { en: 'docs/editors.md', 'zh-CN': 'docs/editors.zh-CN.md' },
  snippets: { en: 'docs/snippets.md', 'zh-CN': 'docs/snippets.zh-CN.md' },
  ci: { en: 'docs/ci.md', 'zh-CN': 'docs/ci.zh-CN.md' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type Page = keyof typeof PAGES;
export const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

export const pageText = (page: Page, locale: Locale): string => readFileSync(PAGES[page][locale], 'utf8');

/** All that is said in one language. */
export const everything = (locale: Locale): string =>
  (Object.keys(PAGES) as Page[]).map(page => pageText(page, locale)).join('\n');
