// node load-entries.cjs ENTRY…: prints the names that each entry exports to `import` and to `require`.
async function main() {
  const names = {}
  for (const entry of process.argv.slice(2)) {
    names[entry] = {
      imported: namesOf(await import(entry)),
      required: namesOf(require(entry)),
    }
  }
  console.log(JSON.stringify(names))
}

const namesOf = (loaded) => Object.keys(loaded).sort()

void main()
