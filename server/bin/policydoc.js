#!/usr/bin/env node
// In CommonJS (`package.json` beside this), as is what it loads for `check`: Node starts it in half the time.
if (process.argv[2] === 'check') {
  // V8 optimises early, for what runs long, and its other threads take what little time is left: a run over one text takes a
  // fifth less where it waits, one over many no more. A V8 that does not know a flag would say so: none is set for those not tried.
  const late =
    '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000 --invocation-count-for-osr=5000';
  const flags = { 11: '--interrupt-budget=1000000', 12: late, 13: late, 14: late };
  const ours = flags[parseInt(process.versions.v8, 10)];
  if (ours) require('node:v8').setFlagsFromString(`--no-regexp-tier-up ${ours}`);
  require('../dist/check.cjs');
} else import('../dist/cli.js');
