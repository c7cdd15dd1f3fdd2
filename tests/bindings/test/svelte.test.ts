import { describeBinding } from '../src/describe-binding.js'
import { SVELTE } from '../src/svelte/bindings.js'

describeBinding('Svelte 5', SVELTE)
