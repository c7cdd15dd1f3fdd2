import { loadKept } from '../src/queue/load-kept.js'

// A queue with an owner loads this code. In a test it takes no time.
await loadKept()
