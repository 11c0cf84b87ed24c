import type { Commands } from './run.js';

/** All commands. */
export const COMMANDS: Commands = {
  check: async () => (await import('./commands/check.js')).check,
  merge: async () => (await import('./commands/merge.js')).merge,
  init: async () => (await import('./commands/init.js')).init,
  inspect: async () => (await import('./commands/inspect.js')).inspect,
  citations: async () => (await import('./commands/citations.js')).citations,
  impact: async () => (await import('./commands/impact.js')).impact,
  report: async () => (await import('./commands/report.js')).report,
  review: async () => (await import('./commands/review.js')).review,
  convert: async () => (await import('./commands/convert.js')).convert,
  exportWord: async () => (await import('./commands/export.js')).exportWord,
  compare: async () => (await import('./commands/compare.js')).compare,
  draftCountermeasures: async () => (await import('./commands/countermeasures.js')).draftCountermeasures,
  lists: async () => (await import('./commands/lists.js')).lists,
  explain: async () => (await import('./commands/explain.js')).explain,
  list: async () => (await import('./commands/regulations-list.js')).listRegulations,
  show: async () => (await import('./commands/regulations-show.js')).showRegulation,
  importTexts: async () => (await import('./commands/regulations-import.js')).importRegulations,
  exportData: async () => (await import('./commands/data-export.js')).exportData,
  fillData: async () => (await import('./commands/data-fill.js')).fillData,
  mcp: async () => (await import('./commands/mcp.js')).mcp,
};
