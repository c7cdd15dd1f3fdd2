// npm run bench -- [name…] [--quick]: runs the benches in sequence and prints a table of ratios.
import { readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PAIRS } from './effort.mjs'

const folder = path.join(import.meta.dirname, 'benches')
const wanted = process.argv.slice(2).filter((argument) => argument !== '--quick')
const all = readdirSync(folder).filter((file) => file.endsWith('.bench.mjs'))
const files = all.filter((file) => wanted.length === 0 || wanted.some((name) => matches(file, name))).sort()

if (files.length === 0)
  throw new Error(`No bench matches "${wanted.join(' ')}". Use a name from bench/benches.`)

const rows = []
for (const file of files) {
  console.error(`… ${file.replace('.bench.mjs', '')}`)
  const { bench } = await import(path.join(folder, file))
  const start = performance.now()
  rows.push(...(await bench()))
  console.error(`  took ${Math.round((performance.now() - start) / 1000)} s`)
}

console.log(
  `Node ${process.version}, ${os.cpus().length} cores, ${new Date().toISOString().slice(0, 10)}. Ratios are ours / alternative; below 1 is better.\n`,
)
console.log(`| bench | median ratio | lowest and highest of ${PAIRS} |`)
console.log('| --- | ---: | :---: |')
for (const { name, ratio, low, high } of rows) {
  console.log(`| ${name} | ${digits(ratio)} | ${digits(low)} to ${digits(high)} |`)
}

/** A name is that of one bench, or a part of several names. */
function matches(file, name) {
  const exact = `${name}.bench.mjs`
  return all.includes(exact) ? file === exact : file.includes(name)
}

function digits(number) {
  return number.toPrecision(3)
}
