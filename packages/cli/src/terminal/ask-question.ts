import { createInterface } from 'node:readline/promises'

/** Asks a question on stderr. Resolves to `undefined` after Ctrl-C or the end of the input. */
export async function askQuestion(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await new Promise((resolve) => {
      lines.once('close', () => {
        resolve(undefined)
      })
      void lines.question(question).then(resolve)
    })
  } finally {
    lines.close()
  }
}
