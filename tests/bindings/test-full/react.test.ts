import { describeBindingInFull } from '../src/describe-binding.js'
import { REACT_18, REACT_18_STRICT, REACT_19, REACT_19_STRICT } from '../src/react/bindings.js'

describeBindingInFull('React 19', REACT_19)
describeBindingInFull('React 19 in StrictMode', REACT_19_STRICT)
describeBindingInFull('React 18', REACT_18)
describeBindingInFull('React 18 in StrictMode', REACT_18_STRICT)
