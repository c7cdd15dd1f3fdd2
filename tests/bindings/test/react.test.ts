import { describeBinding } from '../src/describe-binding.js'
import { REACT_19 } from '../src/react/bindings.js'

describeBinding('React 19', REACT_19)
