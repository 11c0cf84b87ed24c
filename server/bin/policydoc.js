#!/usr/bin/env node
// In CommonJS (`package.json` beside this), as is what it loads for `check`: Node starts it in half the time.
if (process.argv[2] === 'check') {
  // The V8 of Node 20 has other threads optimise early what little time is left to use: a run over one text or over a
  // thousand is shorter where it waits three times as long. A V8 that does not know the flag would say so; later ones gain nothing.
  if (process.versions.v8.startsWith('11.')) require('node:v8').setFlagsFromString('--interrupt-budget=400000');
  require('../dist/check.cjs');
} else import('../dist/cli.js');
