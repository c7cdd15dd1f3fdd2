import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { describe } from 'vitest'
import type { Binding } from './binding.js'
import { choosing } from './suite/choosing.js'
import { essentials } from './suite/essentials.js'
import { lifecycle } from './suite/lifecycle.js'
import { onAServer } from './suite/on-a-server.js'
import { uploading } from './suite/uploading.js'
import { useApp, type UsedApp } from './use-app.js'

/** Declares the tests of `npm test` for a binding. */
export function describeBinding(name: string, binding: Binding): void {
  describeWith(name, binding, [essentials])
}

/** Declares all tests that every binding passes, in Chromium and in Node. */
export function describeBindingInFull(name: string, binding: Binding): void {
  describeWith(name, binding, [essentials, uploading, choosing, lifecycle])
}

function describeWith(name: string, binding: Binding, suites: readonly ((used: UsedApp) => void)[]): void {
  describe(`the binding for ${name} on a server`, () => {
    onAServer(binding)
  })
  describeInChromium(`the binding for ${name}`, () => {
    const used = useApp(binding)
    for (const declareTests of suites) declareTests(used)
  })
}
