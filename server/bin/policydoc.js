#!/usr/bin/env node
// In CommonJS (`package.json` beside this), as is what it loads for `check`: Node starts it in half the time.
if (process.argv[2] === 'check') require('../dist/check.cjs');
else import('../dist/cli.js');
