const USAGE = `Usage: dicelens evaluate REFERENCE PREDICTION --dataset dataset.json [--json OUT] [--engine auto|gpu|cpu]`;

console.error(USAGE);
process.exitCode = 2;
