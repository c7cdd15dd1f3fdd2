import { describeBindingInFull } from '../src/describe-binding.js'
import { SVELTE, SVELTE_5_29 } from '../src/svelte/bindings.js'

describeBindingInFull('Svelte 5', SVELTE)
describeBindingInFull('Svelte 5.29', SVELTE_5_29)
