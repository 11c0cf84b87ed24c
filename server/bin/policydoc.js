#!/usr/bin/env node
// In CommonJS (`package.json` beside this), as is what it loads for `check`: Node starts it in half the time.
if (process.argv[2] === 'check') {
  // V8 optimises early, for what runs long, and its other threads take what little time is left: a run over one text takes a
  // fifth less where it waits, one over many no more. A V8 that does not know a flag would say so.
  const flags = {
    11: '--interrupt-budget=400000',
    12: '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000 --invocation-count-for-osr=5000',
  };
  const version = Math.min(12, parseInt(process.versions.v8, 10));
  require('node:v8').setFlagsFromString(`--no-regexp-tier-up ${flags[version]}`);
  require('../dist/check.cjs');
} else import('../dist/cli.js');
