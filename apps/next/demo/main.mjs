import { runDemo } from '@secure-uploading/demo-kit'
import { startDemo } from './start-demo.mjs'

await runDemo(startDemo)
