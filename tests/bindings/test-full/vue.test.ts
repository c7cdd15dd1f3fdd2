import { describeBindingInFull } from '../src/describe-binding.js'
import { VUE, VUE_3_3 } from '../src/vue/bindings.js'

describeBindingInFull('Vue 3', VUE)
describeBindingInFull('Vue 3.3', VUE_3_3)
