import { Command, Help, Option } from 'commander';
import type { Locale, Message } from '../core/message.js';
import type { ExportOptions } from './commands/data-export.js';
import type { ConvertOptions } from './commands/convert.js';
import type { WordExportOptions } from './commands/export.js';
import type { DraftCountermeasuresOptions } from './commands/countermeasures.js';
import { DRAFT_HELP } from './commands/countermeasures.messages.js';
import type { FillOptions } from './commands/data-fill.js';
import type { CitationsOptions } from './commands/citations.js';
import type { ImpactOptions } from './commands/impact.js';
import type { InspectOptions } from './commands/inspect.js';
import type { ImportOptions } from './commands/regulations-import.js';
import type { ListsOptions } from './commands/lists.js';
import type { ConfigOptions } from './configs.js';
import type { ListOptions } from './commands/regulations-list.js';
import type { ReportOptions } from './commands/report.js';
import type { ReviewOptions } from './commands/review.js';
import type { ShowOptions } from './commands/regulations-show.js';
import type { DraftOptions } from './open-drafts.js';
import { columns } from './columns.js';
import { DATA_HELP } from './commands/data.messages.js';
import { CONVERT_HELP } from './commands/convert.messages.js';
import { EXPORT_HELP } from './commands/export.messages.js';
import { COMPARE_HELP } from './commands/compare.messages.js';
import { LISTS_HELP } from './commands/lists.messages.js';
import { HELP, HELP_TITLES, USAGE_WORDS } from './program.messages.js';
import { REPORT_HELP } from './commands/report.messages.js';
import { REVIEW_HELP } from './commands/review.messages.js';
import { LOCALES } from './locale.js';
import type { Output } from './io.js';
import type { CheckOptions } from './check/check-plan.js';
import { IMPACT_HELP } from './commands/impact.messages.js';
import { INIT_HELP } from './commands/init.messages.js';
import { MERGE_HELP } from './commands/merge.messages.js';
import { addCheckOptions, addReportOptions, wholeNumber } from './check/check-options.js';
import { CHECK_HELP } from './check/check-options.messages.js';
import type { InitOptions } from './commands/init.js';
import type { MergeOptions } from './commands/merge.js';

/** What each command does; a folder of commands would load all of them to run one. */
export interface Actions {
  check(paths: readonly string[], options: CheckOptions): Promise<void>;
  merge(files: readonly string[], options: MergeOptions): Promise<void>;
  init(options: InitOptions): Promise<void>;
  inspect(paths: readonly string[], options: InspectOptions): Promise<void>;
  citations(paths: readonly string[], options: CitationsOptions): Promise<void>;
  impact(name: string, paths: readonly string[], options: ImpactOptions): Promise<void>;
  report(paths: readonly string[], options: ReportOptions): Promise<void>;
  review(drafts: readonly string[], options: ReviewOptions): Promise<void>;
  convert(draft: string, options: ConvertOptions): Promise<void>;
  exportWord(draft: string, options: WordExportOptions): Promise<void>;
  draftCountermeasures(draft: string, options: DraftCountermeasuresOptions): Promise<void>;
  lists(draft: string, options: ListsOptions): Promise<void>;
  compare(before: string, after: string, options: DraftOptions): Promise<void>;
  explain(rule: string): Promise<void>;
  list(filter: string, options: ListOptions): Promise<void>;
  show(name: string, options: ShowOptions): Promise<void>;
  exportData(drafts: readonly string[], options: ExportOptions): Promise<void>;
  fillData(draft: string, options: FillOptions): Promise<void>;
  importTexts(paths: readonly string[], options: ImportOptions): Promise<void>;
  lsp(): Promise<void>;
  mcp(options: ConfigOptions): Promise<void>;
}

/** The arguments the tool takes, and its help. Ends by throwing a CommanderError where commander would exit. */
export function buildProgram(
  actions: Actions,
  version: string,
  locale: Locale,
  stdout: Output,
  stderr: Output,
): Command {
  const say = (message: Message): string => message[locale];
  const option = (flags: string, text: Message): Option => new Option(flags, say(text));
  const choice = (flags: string, text: Message, values: readonly string[], fallback?: string): Option => {
    const made = option(flags, text).choices(values);
    return fallback === undefined ? made : made.default(fallback);
  };

  const plainHelp = new Help();
  const program = new Command('policydoc')
    .description(say(HELP.program))
    .version(version, '-V, --version', say(HELP.version))
    .helpOption('-h, --help', say(HELP.help))
    .helpCommand('help [COMMAND]', say(HELP.help))
    .exitOverride()
    // What is wrong with the arguments is said by `run`, in the reader's language.
    .configureOutput({
      writeOut: text => stdout.write(text),
      writeErr: text => stderr.write(text),
      outputError: () => undefined,
    })
    .configureHelp({
      helpWidth: 100,
      displayWidth: columns,
      commandUsage: command =>
        plainHelp.commandUsage(command).replace(/\[options\]|\[command\]/g, word => say(USAGE_WORDS[word]!)),
      subcommandTerm: command => plainHelp.subcommandTerm(command).replace(' [options]', ''),
      styleTitle: title => HELP_TITLES[title]?.[locale] ?? title,
      optionDescription: ({ description, argChoices, defaultValue }) =>
        description + (argChoices ? say(HELP.choices(argChoices, defaultValue as string | undefined)) : ''),
    });
  const command = (parent: Command, usage: string, text: Message): Command =>
    parent
      .command(usage)
      .summary(say(text))
      .description(say(text))
      .addOption(choice('--locale <LOCALE>', HELP.locale, LOCALES));

  program.addOption(choice('--locale <LOCALE>', HELP.locale, LOCALES));

  const configured = (made: Command): Command =>
    made.addOption(option('--config <FILE>', HELP.config)).addOption(option('--no-config', HELP.noConfig));
  const texts = (made: Command): Command =>
    configured(made.argument('[PATH...]', say(HELP.paths)))
      .addOption(option('--stdin-filename <NAME>', HELP.stdinFilename))
      .addOption(option('--no-color', HELP.noColor));

  const checking = texts(command(program, 'check', HELP.check))
    .description(`${say(HELP.check)}\n\n${say(HELP.checkMore)}`)
    .addOption(option('--quiet', HELP.quiet))
    .addOption(option('--all', HELP.all));
  addCheckOptions(addReportOptions(checking, option, say), option).action(
    (paths: string[], { shard, ...options }: CheckOptions & { shard?: string }) =>
      actions.check(paths.length === 0 && options.filesFrom !== undefined ? [] : orHere(paths), {
        ...options,
        ...(shard !== undefined && { shardOption: shard }),
      }),
  );

  texts(command(program, 'inspect', HELP.inspect))
    .addOption(choice('--format <FORMAT>', HELP.format, ['json', 'text', 'tokens'], 'text'))
    .action((paths: string[], options: InspectOptions) => actions.inspect(orHere(paths), options));

  texts(command(program, 'citations', HELP.citations))
    .addOption(choice('--format <FORMAT>', HELP.format, ['list', 'markdown', 'csv', 'json']))
    .action((paths: string[], options: CitationsOptions) => actions.citations(orHere(paths), options));

  texts(command(program, 'impact', IMPACT_HELP.impact).argument('<REGULATION>', say(IMPACT_HELP.name)))
    .description(`${say(IMPACT_HELP.impact)}\n\n${say(IMPACT_HELP.more)}`)
    .addOption(option('--edition <DATE>', IMPACT_HELP.edition))
    .addOption(choice('--format <FORMAT>', HELP.format, ['text', 'json'], 'text'))
    .action((name: string, paths: string[], options: ImpactOptions) => actions.impact(name, orHere(paths), options));

  configured(command(program, 'report', REPORT_HELP.report))
    .description(`${say(REPORT_HELP.report)}\n\n${say(REPORT_HELP.more)}`)
    .argument('[PATH...]', say(HELP.paths))
    .addOption(option('-o, --output <FILE>', REPORT_HELP.output).makeOptionMandatory())
    .addOption(option('--before <FILE...>', REPORT_HELP.before))
    .addOption(option('--all', HELP.all))
    .addOption(option('--force', CHECK_HELP.force))
    .action((paths: string[], options: ReportOptions) => actions.report(orHere(paths), options));

  configured(command(program, 'review', REVIEW_HELP.review))
    .description(`${say(REVIEW_HELP.review)}\n\n${say(REVIEW_HELP.more)}`)
    .argument('<DRAFT...>', say(REVIEW_HELP.draft))
    .addOption(option('-o, --output <FILE>', REVIEW_HELP.output))
    .addOption(choice('--format <FORMAT>', REVIEW_HELP.format, ['html', 'markdown']))
    .addOption(option('--uncompared', REVIEW_HELP.uncompared))
    .addOption(option('--stdin-filename <NAME>', HELP.stdinFilename))
    .action((drafts: string[], options: ReviewOptions) => actions.review(drafts, options));

  command(program, 'convert', CONVERT_HELP.convert)
    .description(`${say(CONVERT_HELP.convert)}\n\n${say(CONVERT_HELP.more)}`)
    .argument('<DRAFT>', say(CONVERT_HELP.draft))
    .addOption(option('-o, --output <FILE>', CONVERT_HELP.output))
    .action((draft: string, options: ConvertOptions) => actions.convert(draft, options));

  configured(command(program, 'export', EXPORT_HELP.export))
    .description(`${say(EXPORT_HELP.export)}\n\n${say(EXPORT_HELP.more)}`)
    .argument('<DRAFT>', say(EXPORT_HELP.draft))
    .addOption(option('-o, --output <FILE>', EXPORT_HELP.output).makeOptionMandatory())
    .addOption(choice('--style <STYLE>', EXPORT_HELP.style, ['report', 'gongwen'], 'report'))
    .addOption(option('--final', EXPORT_HELP.final))
    .addOption(option('--force', EXPORT_HELP.force))
    .action((draft: string, options: WordExportOptions) => actions.exportWord(draft, options));

  configured(command(program, 'countermeasures', DRAFT_HELP.draft))
    .description(`${say(DRAFT_HELP.draft)}\n\n${say(DRAFT_HELP.more)}`)
    .argument('<DRAFT>', say(DRAFT_HELP.file))
    .addOption(option('--problem <N>', DRAFT_HELP.problem).argParser(value => wholeNumber(value, say)))
    .addOption(option('-o, --output <FILE>', DRAFT_HELP.output))
    .addOption(option('--in-place', DRAFT_HELP.inPlace))
    .addOption(option('--dry-run', DRAFT_HELP.dryRun))
    .addOption(option('--force', DRAFT_HELP.force))
    .action((draft: string, options: DraftCountermeasuresOptions) => actions.draftCountermeasures(draft, options));

  configured(command(program, 'lists', LISTS_HELP.lists))
    .description(`${say(LISTS_HELP.lists)}\n\n${say(LISTS_HELP.more)}`)
    .argument('<DRAFT>', say(LISTS_HELP.draft))
    .addOption(option('-o, --output <FILE>', LISTS_HELP.output))
    .addOption(choice('--kind <KIND>', LISTS_HELP.kind, ['problems', 'tasks', 'duties']))
    .addOption(option('--force', LISTS_HELP.force))
    .action((draft: string, options: ListsOptions) => actions.lists(draft, options));

  configured(command(program, 'compare', COMPARE_HELP.compare))
    .description(`${say(COMPARE_HELP.compare)}\n\n${say(COMPARE_HELP.more)}`)
    .argument('<BEFORE>', say(COMPARE_HELP.before))
    .argument('<AFTER>', say(COMPARE_HELP.after))
    .action((before: string, after: string, options: DraftOptions) => actions.compare(before, after, options));

  addReportOptions(command(program, 'merge', MERGE_HELP.merge), option, say)
    .argument('<FILE...>', say(MERGE_HELP.files))
    .addOption(option('--no-color', HELP.noColor))
    .action((files: string[], options: MergeOptions) => actions.merge(files, options));

  command(program, 'init', INIT_HELP.init)
    .addOption(option('--github', INIT_HELP.github))
    .addOption(option('--gitlab', INIT_HELP.gitlab))
    .addOption(option('--pre-commit', INIT_HELP.preCommit))
    .action((options: InitOptions) => actions.init(options));

  command(program, 'explain', HELP.explain)
    .argument('<RULE>', say(HELP.rule))
    .action((rule: string) => actions.explain(rule));

  const regulations = command(program, 'regulations', HELP.regulations);
  configured(command(regulations, 'list', HELP.list))
    .argument('[FILTER]', say(HELP.filter), '')
    .addOption(option('--kind <KIND>', HELP.kind))
    .action((filter: string, options: ListOptions) => actions.list(filter, options));
  configured(command(regulations, 'show', HELP.show))
    .argument('<NAME>', say(HELP.name))
    .addOption(option('--edition <DATE>', HELP.edition))
    .addOption(choice('--format <FORMAT>', HELP.format, ['text', 'json'], 'text'))
    .action((name: string, options: ShowOptions) => actions.show(name, options));

  command(regulations, 'import', HELP.import)
    .description(`${say(HELP.import)}\n\n${say(HELP.importMore)}`)
    .argument('<FILE...>', say(HELP.importPaths))
    .addOption(option('-o, --output <FOLDER>', HELP.output))
    .addOption(option('--edition <DATE>', HELP.importEdition))
    .addOption(choice('--format <FORMAT>', HELP.format, ['text', 'json'], 'text'))
    .addOption(option('--force', HELP.force))
    .action((paths: string[], options: ImportOptions) => actions.importTexts(paths, options));

  const data = command(program, 'data', DATA_HELP.data);
  command(data, 'export', DATA_HELP.export)
    .description(`${say(DATA_HELP.export)}\n\n${say(DATA_HELP.exportMore)}`)
    .argument('<DRAFT...>', say(DATA_HELP.drafts))
    .addOption(option('-o, --output <FILE>', DATA_HELP.exportOut).makeOptionMandatory())
    .addOption(option('--force', DATA_HELP.force))
    .addOption(option('--config <FILE>', HELP.config))
    .addOption(option('--no-config', HELP.noConfig))
    .addOption(option('--stdin-filename <NAME>', HELP.stdinFilename))
    .action((drafts: string[], options: ExportOptions) => actions.exportData(drafts, options));
  command(data, 'fill', DATA_HELP.fill)
    .description(`${say(DATA_HELP.fill)}\n\n${say(DATA_HELP.fillMore)}`)
    .argument('<DRAFT>', say(DATA_HELP.draft))
    .addOption(option('--data <FILE...>', DATA_HELP.sheets))
    .addOption(option('-o, --output <FILE>', DATA_HELP.fillOut))
    .addOption(option('--in-place', DATA_HELP.inPlace))
    .addOption(option('--force', DATA_HELP.fillForce))
    .addOption(option('--config <FILE>', HELP.config))
    .addOption(option('--no-config', HELP.noConfig))
    .action((draft: string, options: FillOptions) => actions.fillData(draft, options));

  // Clients that start a command add --clientProcessId by themselves.
  command(program, 'lsp', HELP.lsp)
    .addOption(option('--stdio', HELP.stdio).makeOptionMandatory())
    .addOption(new Option('--clientProcessId <ID>').hideHelp())
    .action(() => actions.lsp());

  configured(command(program, 'mcp', HELP.mcp))
    .description(`${say(HELP.mcp)}\n\n${say(HELP.mcpMore)}`)
    .action((options: ConfigOptions) => actions.mcp(options));

  return program;
}

const orHere = (paths: readonly string[]): readonly string[] => (paths.length > 0 ? paths : ['.']);
