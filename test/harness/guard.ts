import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { dirname, resolve } from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import workerThreads from 'node:worker_threads';

/*
 * Loaded before our program by `node --import`: sockets, processes, addons and workers of others are forbidden, and every path
 * handed to the file system is written down, one a line: what was asked, the path, and where its links lead. The file
 * that POLICYDOC_GUARD names takes the lines.
 */

type Call = (...args: never[]) => unknown;
type Home = Record<string, unknown>;
const { realpathSync, writeSync } = fs;
const log = fs.openSync(process.env['POLICYDOC_GUARD']!, 'a');
const note = (...words: string[]): void => void writeSync(log, `${words.join('\t')}\n`);

function forbid(home: object, names: readonly string[], what: string): void {
  for (const name of names) {
    (home as Home)[name] = function forbidden() {
      note('FORBIDDEN', `${what}.${name}`);
      throw new Error(`forbidden: ${what}.${name}`);
    };
  }
}

const functionsOf = (home: object): string[] =>
  Object.keys(home).filter(name => typeof (home as Home)[name] === 'function' && !/^[A-Z]/.test(name));

forbid(net, ['connect', 'createConnection', 'createServer'], 'net');
forbid(net.Socket.prototype, ['connect'], 'net.Socket');
forbid(net.Server.prototype, ['listen'], 'net.Server');
forbid(tls, ['connect', 'createServer'], 'tls');
forbid(dgram, ['createSocket'], 'dgram');
forbid(http, ['request', 'get', 'createServer'], 'http');
forbid(https, ['request', 'get', 'createServer'], 'https');
forbid(http2, ['connect', 'createServer', 'createSecureServer'], 'http2');
forbid(dns, functionsOf(dns), 'dns');
forbid(dns.promises, functionsOf(dns.promises), 'dns.promises');
forbid(childProcess, functionsOf(childProcess), 'child_process');
forbid(cluster, ['fork'], 'cluster');
forbid(inspector, ['open'], 'inspector');
forbid(process, ['dlopen'], 'process');
forbid(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'], 'global');

/** Workers are allowed where they run what is installed with the program. */
const installed = fileURLToPath(new URL('../../../server/dist/', import.meta.url));
workerThreads.Worker = new Proxy(workerThreads.Worker, {
  construct(Real, [file, ...more]: [string | URL, object?]) {
    const path = file instanceof URL ? fileURLToPath(file) : resolve(file);
    if (!path.startsWith(installed)) {
      note('FORBIDDEN', `Worker ${path}`);
      throw new Error('forbidden: Worker');
    }
    note('worker', path, path);
    return new Real(path, ...more) as object;
  },
});

/** What takes two paths. */
const PAIRS = new Set([
  'rename',
  'renameSync',
  'copyFile',
  'copyFileSync',
  'cp',
  'cpSync',
  'link',
  'linkSync',
  'symlink',
  'symlinkSync',
]);

/** Where a path leads; of what is not there, where its folder leads. */
function led(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path
      ? path
      : resolve(led(dirname(path)), path.slice(dirname(path).length).replace(/^\//, ''));
  }
}

function watch(home: object): void {
  for (const name of functionsOf(home)) {
    const real = (home as Home)[name] as Call;
    const watched = function (this: unknown, ...args: unknown[]): unknown {
      for (const path of args.slice(0, PAIRS.has(name) ? 2 : 1)) {
        if (typeof path === 'string' || path instanceof URL || path instanceof Uint8Array) {
          const shown = resolve(path instanceof URL ? fileURLToPath(path) : String(path));
          note(name, shown, led(shown));
        }
      }
      return (real as (...args: unknown[]) => unknown).apply(this, args);
    };
    (home as Home)[name] = Object.assign(watched, real);
  }
}
watch(fs);
watch(fs.promises);
syncBuiltinESMExports();
