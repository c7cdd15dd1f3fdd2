import { runDemo } from '@secure-uploading/demo-kit'
import { startDemo } from './start-demo.js'

await runDemo(startDemo)
