import type { Command, Option } from 'commander';
import type { Message } from '../core/message.js';
import { CHECK_HELP } from './check-help.js';

/** The options of `check` that a team in CI needs; what they mean together is `plan.ts`. */
export function addCheckOptions(command: Command, option: (flags: string, text: Message) => Option): Command {
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
