import { lstat, readlink, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { msg, type Message } from '../core/message.js';
import { faultOf } from '../core/text/relative-name.js';
import { RefusedError } from './decode.js';

/*
 * Names that a draft or a settings file gives come from whoever wrote it. They may lead to what lies with it, and
 * nowhere else. What somebody names on the command line, or chooses in a dialog, is free.
 */

/** As many links may follow each other as a system allows itself. */
const MOST_LINKS = 40;

/**
 * The file or folder that `name` means, counted from the folder `base`, all links followed; it need not exist. Throws a
 * RefusedError where the name is none to be used, or leads out of all of `rooms`. No step is taken to a place before it
 * is known to be inside: on Windows a look at `\\host\share` is a connection to that host already.
 */
export async function contained(name: string, base: string, rooms: readonly string[]): Promise<string> {
  const fault = faultOf(name);
  if (fault) throw new RefusedError(NAMES[fault]);
  const meant = resolve(base, name);
  const known = await Promise.all(rooms.map(async path => ({ path, real: await realpath(path).catch(() => path) })));
  const places = [...known, ...known.map(({ real }) => ({ path: real, real }))];
  const room = places.find(({ path }) => isWithin(meant, path));
  if (!room) throw new RefusedError(NAMES.outside);
  let at = room.real;
  const left = partsOf(relative(room.path, meant));
  for (let links = 0; left.length > 0; ) {
    const next = join(at, left.shift()!);
    const target = await readlink(next).catch(() => null);
    if (target === null) {
      at = next;
      continue;
    }
    // What a link says is no better than a name.
    const there = isAbsolute(target) ? target : resolve(dirname(next), target);
    const inside = places.find(({ path }) => isWithin(there, path));
    if (!inside || ++links > MOST_LINKS) throw new RefusedError(NAMES.outside);
    left.unshift(...partsOf(relative(inside.path, there)));
    at = inside.real;
  }
  return at;
}

/**
 * The folders that names in a file of `folder` must stay in: that folder, the repository, that of the settings file
 * that holds for it, and those of `workspace`. The user's home and what is above it count only as that folder itself:
 * everything lies there, and some keep their home as a repository or have settings in it.
 */
export async function roomsOf(folder: string, workspace: readonly string[] = []): Promise<string[]> {
  const home = homedir();
  const above = await Promise.all(['.git', 'policydoc.config.json'].map(mark => nearestWith(mark, folder)));
  const wide = [...above, ...workspace].filter(one => one !== null);
  return [...new Set([folder, ...wide.filter(one => !isWithin(home, one))])];
}

async function nearestWith(mark: string, folder: string): Promise<string | null> {
  const isThere = await lstat(join(folder, mark)).then(
    () => true,
    () => false,
  );
  const above = dirname(folder);
  return isThere ? folder : above === folder ? null : nearestWith(mark, above);
}

/** Whether a path is a folder or lies below it, by their spelling. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const partsOf = (way: string): string[] => way.split(sep).filter(part => part !== '');

export const NAMES = {
  absolute: msg(
    '文稿和设置文件中只能写相对路径，未读取；别处的文件请在命令行写明，或在编辑器中选择',
    'a draft or settings file may use relative names only, so it was not read; name it on the command line, or choose it in the editor',
  ),
  device: msg(
    '文件名不可用（设备名，或含有冒号、控制字符），未读取',
    'its name cannot be used (a device, or with a colon or a control character in it), so it was not read',
  ),
  outside: msg(
    '在文稿所在的工作区、Git 仓库和设置文件所在文件夹之外，未读取；别处的文件请在命令行写明，或在编辑器中选择',
    'it lies outside the workspace, the repository and the folder of the settings file, so it was not read; name it on the command line, or choose it in the editor',
  ),
  hidden: msg(
    '在名称以 . 开头的文件夹中，或自身名称以 . 开头，未读取',
    'it is hidden, or lies in a hidden folder (a name that begins with a dot), so it was not read',
  ),
} satisfies Record<string, Message>;
