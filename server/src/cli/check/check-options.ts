import { InvalidArgumentError, type Command, type Option } from 'commander';
import type { Message } from '../../core/message.js';
import { CHECK_HELP } from './check-options.messages.js';
import { HELP, USAGE } from '../program.messages.js';
import { FORMAT_NAMES, FORMATS } from '../formats/formats.js';
import type { Target } from './outputs.js';

type Say = (message: Message) => string;
type MakeOption = (flags: string, text: Message) => Option;

/** Where a report goes, and from where on it fails a run: the same for `check` and `merge`. */
export function addReportOptions(command: Command, option: MakeOption, say: Say): Command {
  return command
    .addOption(option('--format <FORMAT>', HELP.formats(FORMAT_NAMES)).argParser(target))
    .addOption(option('--compact', HELP.compact).implies({ format: [{ format: 'compact' }] }))
    .addOption(option('--output-file <FILE>', HELP.outputFile))
    .addOption(option('--force', CHECK_HELP.force))
    .addOption(option('--fail-on <SEVERITY>', HELP.failOn).choices(['error', 'warning', 'info']).default('error'))
    .addOption(option('--max-warnings <N>', HELP.maxWarnings).argParser(value => wholeNumber(value, say)));
}

/** `NAME` or `NAME=FILE`; the option may be given several times. */
function target(value: string, before: readonly Target[] = []): Target[] {
  const [name = '', ...file] = value.split('=');
  if (!Object.hasOwn(FORMATS, name) || (file.length > 0 && file.join('=') === '')) {
    throw new InvalidArgumentError(`Allowed choices are ${FORMAT_NAMES.join(', ')}.`);
  }
  return [...before, { format: name as Target['format'], ...(file.length > 0 && { file: file.join('=') }) }];
}

export function wholeNumber(value: string, say: Say): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError(`Allowed choices are ${say(USAGE.wholeNumber)}.`);
  return Number(value);
}

/** The options of `check` that a team in CI needs; what they mean together is `check-plan.ts`. */
export function addCheckOptions(command: Command, option: MakeOption): Command {
  const several = (value: string, before: readonly string[] = []): string[] => [...before, value];
  return command
    .addOption(option('--final', CHECK_HELP.final))
    .addOption(option('--detect', CHECK_HELP.detect))
    .addOption(option('--files-from <FILE>', CHECK_HELP.filesFrom))
    .addOption(option('--rule <RULE>', CHECK_HELP.rule).argParser(several))
    .addOption(option('--list-rules', CHECK_HELP.listRules))
    .addOption(option('--print-config', CHECK_HELP.printConfig))
    .addOption(option('--fix', CHECK_HELP.fix))
    .addOption(option('--fix-dry-run', CHECK_HELP.fixDryRun))
    .addOption(option('--baseline <FILE>', CHECK_HELP.baseline))
    .addOption(option('--update-baseline', CHECK_HELP.updateBaseline))
    .addOption(option('--changed-since <REF>', CHECK_HELP.changedSince))
    .addOption(option('--shard <I/N>', CHECK_HELP.shard))
    .addOption(option('--cache', CHECK_HELP.cache))
    .addOption(option('--cache-location <FOLDER>', CHECK_HELP.cacheLocation))
    .addOption(option('--no-progress', CHECK_HELP.noProgress));
}
