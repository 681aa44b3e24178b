import fc from 'fast-check';

/** Property tests see the same cases each time, so that a failure is the change's; `SEED=7 npm test` looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261122) });
