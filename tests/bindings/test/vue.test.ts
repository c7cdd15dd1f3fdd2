import { describeBinding } from '../src/describe-binding.js'
import { VUE } from '../src/vue/bindings.js'

describeBinding('Vue 3', VUE)
